package smarttravel.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.observations.LatestOffer;
import smarttravel.jobs.patterns.PatternKind;
import smarttravel.jobs.seasons.OfferSeason;
import smarttravel.jobs.testing.OfferPipeline;
import smarttravel.jobs.testing.Sightings;

/**
 * State that was saved by an earlier version can be read by this one, and goes on where that one stopped.
 *
 * <p>When state changes its shape on purpose and old savepoints are given up, write the files anew with {@code
 * -Dtravel.state.rewrite=true}; what is given up belongs into the commit's message.
 */
class OldStateTest {
    private static final Path SAVED = Path.of("src", "test", "resources", "state");

    private OfferPipeline pipeline;

    @BeforeEach
    void restore() throws Exception {
        if (Boolean.getBoolean("travel.state.rewrite")) {
            rewrite();
        }
        Map<String, OperatorSubtaskState> saved = new HashMap<>();
        for (String uid : OfferPipeline.UIDS) {
            if (Files.exists(file(uid))) {
                saved.put(uid, OperatorSnapshotUtil.readStateHandle(file(uid).toString()));
            }
        }
        pipeline = new OfferPipeline(saved);
    }

    @AfterEach
    void close() throws Exception {
        pipeline.close();
    }

    @Test
    void whatWasLateIsLateAndWhatWasSeenIsSeen() throws Exception {
        pipeline.see(Sightings.priced(Duration.ofDays(3), "50"));
        pipeline.see(Sightings.priced(Duration.ofDays(4), "50"));
        pipeline.see(Sightings.priced(Duration.ofDays(5), "90"));

        assertThat(pipeline.ordered())
                .extracting(ordered -> ordered.late() + " " + ordered.market())
                .containsExactly("true FLIGHT/EZE/MIA", "false FLIGHT/EZE/MIA");
    }

    @Test
    void aDropIsJudgedByTheSavedHistory() throws Exception {
        pipeline.see(Sightings.priced(Duration.ofDays(5), "82"));
        pipeline.see(Sightings.priced(Duration.ofDays(6), "81"));

        assertThat(pipeline.drops()).singleElement().satisfies(drop -> {
            assertThat(drop.baseline()).hasToString("100.00");
            assertThat(drop.trackedObservations()).isEqualTo(6);
            assertThat(drop.trackedDays()).isEqualTo(6);
            assertThat(drop.newLow()).isTrue();
        });
    }

    @Test
    void aSoldOutOfferKeepsTheSavedPrice() throws Exception {
        PriceObservation gone = Sightings.soldOut(Duration.ofDays(5));
        pipeline.see(gone);
        pipeline.checkpoint();

        LatestOffer latest = pipeline.latest().get(0);
        assertThat(latest.seen()).isEqualTo(gone);
        assertThat(latest.life().amount()).hasToString("90.00");
        assertThat(latest.life().firstObservedAt()).isEqualTo(Sightings.START);
        assertThat(latest.life().observations()).isEqualTo(6);
    }

    @Test
    void aTallyGoesOn() throws Exception {
        pipeline.see(Sightings.priced(Duration.ofDays(5), "95"));
        pipeline.checkpoint();

        OfferSeason part = pipeline.seasons().get(0);
        assertThat(part.observations()).isEqualTo(6);
        assertThat(part.unitUsd()).isEqualTo(95);
        assertThat(part.firstAt()).isEqualTo(Sightings.START.toEpochMilli());
        assertThat(part.curve()).contains(100f);
    }

    @Test
    void whatIsNewSinceStartsWithNothingAndKnowsThePricesSavedBefore() throws Exception {
        pipeline.see(Sightings.priced(Duration.ofDays(5), "88"));
        pipeline.see(Sightings.priced(Duration.ofDays(6), "81"));
        pipeline.see(Sightings.priced(Duration.ofDays(7), "80"));

        assertThat(pipeline.patterns()).singleElement().satisfies(slide -> {
            assertThat(slide.pattern()).isEqualTo(PatternKind.SLIDE);
            assertThat(slide.levelBefore()).hasToString("90.00");
        });
        assertThat(pipeline.drops())
                .singleElement()
                .satisfies(drop -> assertThat(drop.flapping()).isFalse());
    }

    private static void rewrite() throws Exception {
        OfferPipeline writer = new OfferPipeline(Map.of());
        for (int day = 0; day < 4; day++) {
            writer.see(Sightings.priced(Duration.ofDays(day), "100.00"));
        }
        writer.see(Sightings.priced(Duration.ofDays(4), "90.00"));
        Files.createDirectories(SAVED);
        for (var state : writer.checkpoint().entrySet()) {
            OperatorSnapshotUtil.writeStateHandle(
                    state.getValue(), file(state.getKey()).toString());
        }
        writer.close();
    }

    private static Path file(String uid) {
        return SAVED.resolve(uid + ".bin");
    }
}
