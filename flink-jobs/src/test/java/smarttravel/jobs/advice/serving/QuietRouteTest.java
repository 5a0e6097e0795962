package smarttravel.jobs.advice.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.advice.market.MadeUpMarket;

/** What becomes of departed offers when nothing of their route is seen any more. */
class QuietRouteTest {
    private static final Instant DEPARTS = Instant.parse("2026-05-01T00:00:00Z");
    /** Until the end of that day, and a week. */
    private static final Instant GOES = DEPARTS.plus(Duration.ofDays(1 + 7));

    private RouteOperator operator;

    @BeforeEach
    void open() throws Exception {
        operator = new RouteOperator(null);
    }

    @AfterEach
    void close() {
        operator.close();
    }

    @Test
    void whatDepartsLeavesOnlyWhatTheRouteIsWontToDo() throws Exception {
        see(operator, 0, 5);
        operator.itIs(GOES.minusMillis(1));
        operator.checkpoint();
        assertThat(operator.stateEntries())
                .as("route, departures, from when it is quiet")
                .isEqualTo(3);

        operator.itIs(GOES);

        assertThat(operator.stateEntries()).as("the route").isEqualTo(1);
    }

    @Test
    void whatHasNotDepartedStays() throws Exception {
        see(operator, 30, 5);
        long far = operator.checkpoint().getStateSize();
        see(operator, 0, 5);
        long both = operator.checkpoint().getStateSize();

        operator.itIs(GOES);

        assertThat(operator.checkpoint().getStateSize()).isBetween(far, (far + both) / 2);
        operator.itIs(GOES.plus(Duration.ofDays(30)));
        assertThat(operator.stateEntries()).as("the route").isEqualTo(1);
    }

    @Test
    void whatIsNotSaidYetIsSaidFirst() throws Exception {
        see(operator, 0, 1);

        operator.itIs(GOES);

        assertThat(operator.said()).hasSize(1);
        assertThat(operator.stateEntries()).isEqualTo(1);
    }

    @Test
    void aTopicThatEndsForgetsNothing() throws Exception {
        see(operator, 0, 5);
        operator.checkpoint();

        operator.itIs(Instant.ofEpochMilli(Long.MAX_VALUE));

        assertThat(operator.stateEntries()).isEqualTo(3);
    }

    @Test
    void aRouteOfWhichAHistoryComesLaterIsAskedAboutAgain() throws Exception {
        see(operator, 0, 5);
        Instant loaded = DEPARTS.plus(Duration.ofDays(4));
        operator.see(MadeUpMarket.priced(0, 300, Duration.ZERO, 100), loaded);
        long all = operator.checkpoint().getStateSize();

        operator.itIs(GOES);
        assertThat(operator.checkpoint().getStateSize())
                .as("something came within the week")
                .isEqualTo(all);

        operator.itIs(loaded.plus(Duration.ofDays(1 + 7)));
        assertThat(operator.checkpoint().getStateSize()).isLessThan(all - 40);
    }

    @Test
    void aHistoryThatIsLoadedAgainFindsTheSameHoweverSoonMemoryWasFreed() throws Exception {
        Instant loaded = GOES.plus(Duration.ofDays(50));
        try (RouteOperator slow = new RouteOperator(null)) {
            see(operator, 0, 7);
            see(slow, 0, 7);
            operator.itIs(loaded);

            load(operator, loaded);
            load(slow, loaded);

            assertThat(operator.said()).hasSize(2).isEqualTo(slow.said());
            assertThat(operator.said().get(1).looks()).as("it is counted anew").isEqualTo(14);
        }
    }

    private static void see(RouteOperator operator, int departure, int days) throws Exception {
        for (int day = 0; day < days; day++) {
            operator.see(MadeUpMarket.priced(0, departure, Duration.ofDays(day), 100 + day));
        }
    }

    private static void load(RouteOperator operator, Instant at) throws Exception {
        for (int day = 0; day < 7; day++) {
            PriceObservation again = MadeUpMarket.priced(0, 0, Duration.ofDays(day), 100 + day);
            operator.see(again, at);
        }
        operator.checkpoint();
    }
}
