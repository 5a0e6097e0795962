package smarttravel.jobs.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.jobs.comparables.Standing;
import smarttravel.jobs.testing.DollarOffers;
import smarttravel.jobs.testing.JobOperators;

/** What becomes of departed offers' ranks when nothing of their holiday is seen any more. */
class QuietRanksTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate DEPARTS = TODAY.plusDays(10);
    /** Until the end of the last day that it is compared with, and a week: so long its standing may be said anew. */
    private static final Instant GOES = at(DEPARTS.plusDays(2 + 7));

    private KeyedOneInputStreamOperatorTestHarness<String, Standing, ProviderEvidence> operator;
    private long checkpoint;

    @BeforeEach
    void open() throws Exception {
        operator = JobOperators.keyed("provider-ranks");
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void theyGoWithTheHolidaysOffers() throws Exception {
        say("1", DEPARTS, 1, at(TODAY));
        say("2", DEPARTS.plusDays(1), 1, at(TODAY));
        itIs(GOES.minusMillis(1));
        long both = size();

        itIs(GOES);
        assertThat(operator.numKeyedStateEntries())
                .as("the day it stands at, one rank")
                .isEqualTo(2);
        assertThat(size()).isLessThan(both - 20);
        itIs(GOES.plusSeconds(86_400));

        assertThat(operator.numKeyedStateEntries()).as("the day it stands at").isEqualTo(1);
    }

    @Test
    void anOfferThatIsLoadedAfterItsDepartureIsKeptForAWeek() throws Exception {
        LocalDate loaded = DEPARTS.plusDays(100);
        say("1", DEPARTS, 1, at(loaded).plusSeconds(1));
        itIs(at(loaded.plusDays(1 + 7)).minusMillis(1));
        assertThat(operator.numKeyedStateEntries())
                .as("the day it stands at, ranks, until when they are kept")
                .isEqualTo(3);

        itIs(at(loaded.plusDays(1 + 7)));

        assertThat(operator.numKeyedStateEntries()).isEqualTo(1);
    }

    @Test
    void aStandingThatIsSaidAnewBeforeTheyGoIsCountedOnce() throws Exception {
        say("1", DEPARTS, 1, at(TODAY));
        size();
        itIs(GOES.minusMillis(1));
        say("1", DEPARTS, 2, Instant.EPOCH);

        itIs(GOES);

        long day = DEPARTS.toEpochDay();
        assertThat(operator.extractOutputValues())
                .containsExactlyInAnyOrder(
                        new ProviderEvidence("ola", day, Evidence.COMPARED, 1),
                        new ProviderEvidence("ola", day, Evidence.CHEAPEST, 1),
                        new ProviderEvidence("ola", day, Evidence.CHEAPEST, -1));
    }

    private void say(String id, LocalDate departs, int rank, Instant receivedAt) throws Exception {
        operator.processElement(new StreamRecord<>(new Standing(
                "PACKAGE/CUN/7/AI/2",
                DollarOffers.of(
                        "ola",
                        id,
                        "Áureo",
                        Double.NaN,
                        departs.toEpochDay(),
                        900,
                        true,
                        1,
                        at(TODAY).toEpochMilli()),
                "Áureo",
                1,
                2,
                2,
                rank,
                0,
                0,
                900,
                "ola",
                900,
                2,
                "",
                0,
                receivedAt)));
    }

    private void itIs(Instant now) throws Exception {
        operator.processWatermark(new Watermark(now.toEpochMilli()));
    }

    private long size() throws Exception {
        checkpoint++;
        operator.prepareSnapshotPreBarrier(checkpoint);
        return operator.snapshot(checkpoint, checkpoint).getStateSize();
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
