package smarttravel.jobs.advice.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoreTest {
    private final Score score = Score.of(
            new double[] {100, 200, 100, 100}, new double[] {80, 210, 100, 112}, new double[] {50, 200, 90, 100});

    @Test
    void savingsAreSummedInMoney() {
        assertThat(score.saved()).isEqualTo(20 - 10 - 12);
        assertThat(score.possible()).isEqualTo(60);
        assertThat(score.share()).isCloseTo(-2 / 60.0, within(1e-12));
        assertThat(score.ofSpend()).isCloseTo(-2 / 500.0, within(1e-12));
    }

    @Test
    void requestsThatPaidMoreAreCountedByHowMuch() {
        assertThat(score.worse()).isEqualTo(0.5);
        assertThat(score.worseBy1()).isEqualTo(0.5);
        assertThat(score.worseBy5()).isEqualTo(0.25);
        assertThat(score.worseBy10()).isEqualTo(0.25);
        assertThat(score.better()).isEqualTo(0.25);
    }

    @Test
    void aBoundedShareCutsBothSidesAtAFifth() {
        assertThat(score.boundedShare()).isCloseTo((20 - 10 - 12) / 30.0, within(1e-12));
    }

    @Test
    void theSameSeedDrawsTheSameInterval() {
        double[] saved = {1, 2, 3, 4, 5, 6};
        double[] possible = {10, 10, 10, 10, 10, 10};

        RouteBootstrap.Interval interval = RouteBootstrap.of(saved, possible, 500, 7);

        assertThat(interval).isEqualTo(RouteBootstrap.of(saved, possible, 500, 7));
        assertThat(interval.low()).isBetween(0.15, 0.3);
        assertThat(interval.high()).isBetween(0.4, 0.55);
    }
}
