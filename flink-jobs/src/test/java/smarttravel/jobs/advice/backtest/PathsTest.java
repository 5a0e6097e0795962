package smarttravel.jobs.advice.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static smarttravel.jobs.advice.market.MadeUpMarket.priced;
import static smarttravel.jobs.advice.market.MadeUpMarket.soldOut;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.history.PriceHistoryBuilder;

/** What a request is, and what its buyer pays. */
class PathsTest {
    private static final Paths.Decision WAIT = (request, row) -> true;
    private static final Paths.Decision BUY = (request, row) -> false;

    @Test
    void aRequestHasFiveEarlierPricesAndALaterOneWithinSevenDays() {
        PriceHistory history = history(
                priced(0, 0, days(0), 1),
                priced(0, 0, days(1), 2),
                priced(0, 0, days(2), 3),
                priced(0, 0, days(3), 4),
                priced(0, 0, days(4), 5),
                priced(0, 0, days(5), 6),
                priced(0, 0, days(12), 7),
                priced(0, 0, days(20), 8));

        assertThat(new Paths(history).requests(5)).containsExactly(5);
    }

    @Test
    void whoKeepsWaitingBuysAtTheLastLookWithinSevenDays() {
        PriceHistory history =
                history(priced(0, 0, days(0), 100), priced(0, 0, days(7), 90), priced(0, 0, days(8), 10));
        Paths paths = new Paths(history);
        int last = paths.last(0, 7, Long.MAX_VALUE);

        assertThat(paths.pay(0, last, WAIT)).isEqualTo(90);
        assertThat(paths.pay(0, last, BUY)).isEqualTo(100);
        assertThat(paths.least(0, last)).isEqualTo(90);
    }

    @Test
    void whoWaitsUntilItIsSoldOutPaysTheCheapestComparable() {
        PriceHistory history = history(
                priced(0, 0, days(0), 100),
                priced(0, 1, days(0), 140),
                priced(0, 2, days(0), 50),
                soldOut(0, 0, days(1)),
                priced(0, 0, days(2), 30));
        Paths paths = new Paths(history);

        assertThat(paths.pay(0, paths.last(0, 7, Long.MAX_VALUE), WAIT)).isEqualTo(140);
    }

    @Test
    void whoWaitsUntilItIsSoldOutWithoutAComparablePaysATenthMoreThanTheLastPrice() {
        PriceHistory history = history(priced(0, 0, days(0), 100), priced(0, 0, days(1), 120), soldOut(0, 0, days(2)));
        Paths paths = new Paths(history);

        assertThat(paths.pay(0, paths.last(0, 7, Long.MAX_VALUE), WAIT)).isEqualTo(1.1 * 120);
    }

    @Test
    void whatIsNotKnownYetEndsAPath() {
        PriceHistory history =
                history(priced(0, 0, days(0), 100), priced(0, 0, days(1), 90), priced(0, 0, days(2), 80));

        assertThat(new Paths(history).last(0, 7, history.second(2))).isEqualTo(1);
    }

    @Test
    void ofTwoPricesAtOnceTheFirstCounts() {
        PriceHistory history = history(priced(0, 0, days(0), 100), priced(0, 0, days(0), 90));

        assertThat(history.size()).isEqualTo(1);
        assertThat(history.cost(0)).isEqualTo(100);
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private static PriceHistory history(PriceObservation... prices) {
        PriceHistoryBuilder builder = new PriceHistoryBuilder();
        List.of(prices).forEach(builder::add);
        return builder.build();
    }
}
