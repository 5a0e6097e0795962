package smarttravel.jobs.comparables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.jobs.testing.DollarOffers;

/** What becomes of departed offers when nothing of their holiday is seen any more. */
class QuietHolidayTest {
    private static final String HOLIDAY = "PACKAGE/CUN/7/AI/2";
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate DEPARTS = TODAY.plusDays(10);
    /** Until the end of the last day that it is compared with, and a week. */
    private static final Instant GOES = at(DEPARTS.plusDays(2 + 7));

    private OpenComparables operator;

    @BeforeEach
    void open() throws Exception {
        operator = new OpenComparables();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void itsStandingsGoAWeekAfterTheLastDayTheyAreComparedWith() throws Exception {
        operator.newsAreIdle();
        see("1", DEPARTS, at(TODAY));
        see("2", DEPARTS.plusDays(30), at(TODAY));
        operator.itIs(GOES.minusMillis(1));
        long both = operator.snapshot().getStateSize();

        operator.itIs(GOES);

        assertThat(operator.snapshot().getStateSize()).isLessThan(both);
        operator.itIs(GOES.plusSeconds(30 * 86_400));
        assertThat(operator.entries()).as("the day it stands at").isEqualTo(1);
        assertThat(operator.said()).hasSize(2);
    }

    @Test
    void whatIsNotSaidYetIsSaidFirst() throws Exception {
        operator.newsAreIdle();
        see("1", DEPARTS, at(TODAY));

        operator.itIs(GOES);

        assertThat(operator.said()).hasSize(1);
    }

    @Test
    void aHistoryThatIsLoadedLaterIsComparedWhole() throws Exception {
        operator.newsAreIdle();
        Instant loaded = at(DEPARTS.plusDays(100)).plusSeconds(5);
        operator.itIs(loaded);
        see("1", DEPARTS, loaded);
        operator.itIs(loaded.plusSeconds(86_400));
        see("2", DEPARTS.plusDays(1), loaded.plusSeconds(86_400));
        operator.snapshot();
        assertThat(OpenComparables.winners(operator.said()).get("ola/2"))
                .extracting(Standing::observations)
                .isEqualTo(2L);

        operator.itIs(at(DEPARTS.plusDays(100 + 2 + 7)));
        assertThat(operator.entries()).isEqualTo(1);
    }

    @Test
    void aStandingSaysWhenItsOwnRecordCameAndNotAnothers() throws Exception {
        see("1", DEPARTS, at(TODAY).plusSeconds(1));
        see("1", DEPARTS, at(TODAY).plusSeconds(2));
        operator.snapshot();
        see("2", DEPARTS, at(TODAY).plusSeconds(3));
        operator.snapshot();

        assertThat(operator.said())
                .extracting(standing -> standing.offer().offerId(), Standing::receivedAt)
                .containsExactlyInAnyOrder(
                        tuple("1", at(TODAY).plusSeconds(2)),
                        tuple("1", Instant.EPOCH),
                        tuple("2", at(TODAY).plusSeconds(3)));
    }

    @Test
    void newsThatSayNothingOfTimeAreNoClock() throws Exception {
        operator.newsAreIdle();
        see("1", DEPARTS, at(TODAY));
        operator.snapshot();
        operator.itIs(at(TODAY));
        int before = operator.entries();

        operator.allIsQuiet();

        assertThat(operator.entries()).isEqualTo(before);
    }

    private void see(String id, LocalDate departs, Instant receivedAt) throws Exception {
        operator.see(
                HOLIDAY,
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
                receivedAt);
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
