package smarttravel.jobs.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.jobs.order.OrderedObservation;
import smarttravel.jobs.seasons.OfferSeason;
import smarttravel.jobs.testing.OfferPipeline;
import smarttravel.jobs.testing.Sightings;

/** Through every operator that keeps something per offer. */
class ForgettingTest {
    /** The offer of {@link Sightings} departs on 15 June 2026. */
    private static final Instant OVER =
            LocalDate.of(2026, 6, 16).atStartOfDay(ZoneOffset.UTC).toInstant();

    private OfferPipeline pipeline;

    @BeforeEach
    void open() throws Exception {
        pipeline = new OfferPipeline(Map.of());
    }

    @AfterEach
    void close() throws Exception {
        pipeline.close();
    }

    @Test
    void aDepartedOfferLeavesNothing() throws Exception {
        Map<String, Long> before = sizes();
        fall(10);
        assertThat(sizes()).isNotEqualTo(before);

        pipeline.clock(OVER.plus(Forgetting.QUIET));

        assertThat(sizes()).isEqualTo(before);
    }

    @Test
    void untilAWeekAfterDepartureEverythingIsKnown() throws Exception {
        fall(10);

        pipeline.clock(OVER.plus(Forgetting.QUIET).minusMillis(1));
        pipeline.see(Sightings.priced(Duration.ofDays(3), "70"));

        assertThat(last(pipeline.ordered()).late()).isTrue();
    }

    @Test
    void aHistoryThatIsLoadedAfterDepartureIsJudgedWhole() throws Exception {
        Instant loaded = OVER.plus(Duration.ofDays(400));
        pipeline.clock(loaded);
        for (int day = 0; day < 6; day++) {
            pipeline.seeAt(Sightings.priced(Duration.ofDays(day), "100"), loaded.plusSeconds(day));
            pipeline.clock(loaded.plus(Duration.ofDays(day)));
        }
        pipeline.seeAt(Sightings.priced(Duration.ofDays(6), "80"), loaded.plus(Duration.ofDays(5)));
        pipeline.seeAt(Sightings.priced(Duration.ofDays(7), "80"), loaded.plus(Duration.ofDays(5)));
        assertThat(pipeline.drops()).hasSize(1);

        Map<String, Long> known = sizes();
        pipeline.clock(loaded.plus(Duration.ofDays(5)).plus(Forgetting.QUIET).plus(Duration.ofDays(1)));

        assertThat(sizes().get("order-observations")).isLessThan(known.get("order-observations"));
    }

    /** As when the topic's partitions are read one after the other. */
    @Test
    void aRecordThatTheBrokerTookEarlierDoesNotShortenWhatIsKept() throws Exception {
        Instant newest = OVER.plus(Duration.ofDays(400));
        pipeline.seeAt(Sightings.priced(Duration.ofDays(1), "100"), newest);
        pipeline.seeAt(Sightings.priced(Duration.ofDays(2), "100"), newest.minus(Duration.ofDays(5)));

        Instant almost = newest.plus(Forgetting.QUIET).minusMillis(1);
        pipeline.clock(almost);
        pipeline.seeAt(Sightings.priced(Duration.ofDays(1).minusHours(1), "100"), almost);

        assertThat(last(pipeline.ordered()).late()).isTrue();
    }

    @Test
    void whatIsForgottenDoesNotDependOnHowSoonMemoryIsFreed() throws Exception {
        fall(6);
        pipeline.seeAt(Sightings.priced(Duration.ofDays(3), "70"), OVER.plus(Forgetting.QUIET));
        pipeline.checkpoint();

        assertThat(last(pipeline.ordered()).late()).isFalse();
        assertThat(last(pipeline.ordered()).life().observations()).isEqualTo(1);
        assertThat(pipeline.seasons())
                .extracting(OfferSeason::observations)
                .as("what pends of the first life is said too")
                .containsExactly(6, 1);
    }

    @Test
    void whatPendsIsSaidBeforeItIsForgotten() throws Exception {
        fall(6);

        pipeline.clock(OVER.plus(Forgetting.QUIET));

        assertThat(pipeline.seasons())
                .singleElement()
                .satisfies(part -> assertThat(part.observations()).isEqualTo(6));
        pipeline.checkpoint();
        assertThat(pipeline.seasons()).hasSize(1);
    }

    @Test
    void aTopicThatEndsForgetsNothing() throws Exception {
        fall(6);

        pipeline.clock(Instant.ofEpochMilli(Long.MAX_VALUE));

        pipeline.see(Sightings.priced(Duration.ofDays(3), "70"));
        assertThat(last(pipeline.ordered()).late()).isTrue();
    }

    private void fall(int days) throws Exception {
        for (int day = 0; day < days; day++) {
            pipeline.see(Sightings.priced(Duration.ofDays(day), String.valueOf(100 - day)));
        }
    }

    private Map<String, Long> sizes() throws Exception {
        Map<String, Long> sizes = new LinkedHashMap<>();
        pipeline.checkpoint().forEach((uid, state) -> sizes.put(uid, state.getStateSize()));
        return sizes;
    }

    private static OrderedObservation last(List<OrderedObservation> all) {
        return all.get(all.size() - 1);
    }
}
