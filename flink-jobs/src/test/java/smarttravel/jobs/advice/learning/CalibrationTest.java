package smarttravel.jobs.advice.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smarttravel.jobs.advice.features.Feature;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.history.PriceHistoryBuilder;
import smarttravel.jobs.advice.market.MadeUpMarket;

/** How far past promises are trusted, and what they say of others. */
class CalibrationTest {
    private static final double ELEVATED = -0.1;

    private static PriceHistory history = new PriceHistoryBuilder().build();

    @BeforeAll
    static void makeUpPrices() {
        PriceHistoryBuilder builder = new PriceHistoryBuilder();
        MadeUpMarket.prices(6, 40, 11, 1).forEach(builder::add);
        history = builder.build();
    }

    @Test
    void aFewPromisesCalibrateNothing() {
        JudgedPromises past = new JudgedPromises();
        IntStream.range(0, Calibration.ENOUGH - 1).forEach(row -> past.add(row, 0.1, 7, 0.1));

        assertThat(Calibration.fit(history, past)).isEmpty();
        past.add(0, 0.1, 7, 0.1);
        assertThat(Calibration.fit(history, past)).isPresent();
    }

    /** Planted: where the price stands high waiting always ends cheaper, elsewhere dearer. */
    @Test
    void theSamePromiseIsWorthMoreWhereItCameTrue() {
        try (Calibration calibration = calibration(2, 10, 7)) {
            double[] promised = {0.02, 0.02};
            int[] rows = {row(true), row(false)};

            double[] cheaper = calibration.cheaper().at(history, rows, promised, 7);
            double[] dearer = calibration.dearer().at(history, rows, promised, 7);

            assertThat(cheaper[0]).isGreaterThan(0.7);
            assertThat(cheaper[1]).isLessThan(0.3);
            assertThat(dearer[0]).isLessThan(0.3);
            assertThat(dearer[1]).isGreaterThan(0.7);
            assertThat(calibration.cheaper().at(List.of(history.features(rows[0])), new double[] {0.02})[0])
                    .isCloseTo(cheaper[0], within(1e-6));
        }
    }

    @Test
    void fewerDaysAreTrustedLess() {
        int[] row = {row(true)};
        double[] promised = {0.02};
        try (Calibration two = calibration(5, 6, 7);
                Calibration nine = calibration(2, 10, 7)) {
            assertThat(two.trust()).isEqualTo(0.4);
            assertThat(nine.trust()).isEqualTo(0.75);
            assertThat(two.cheaper().at(history, row, promised, 7)[0])
                    .isLessThan(nine.cheaper().at(history, row, promised, 7)[0]);
        }
    }

    /** Three parts of what was realised, and three of half the promise. */
    @Test
    void threeDaysMoveTheExpectedSavingHalfWay() {
        JudgedPromises past = new JudgedPromises();
        rows(5, 7).forEach(row -> past.add(row, 0.02, 7, 0.03));
        try (Calibration calibration = Calibration.fit(history, past).orElseThrow()) {
            assertThat(calibration.expected(0.02)).isCloseTo(0.5 * 0.03 + 0.5 * 0.01, within(1e-12));
        }
    }

    @Test
    void theOddsOfEndingCheaperGrowWithTheRootOfTheDaysAndThoseOfEndingDearerDoNot() {
        int[] row = {row(true)};
        double[] promised = {0.02};
        try (Calibration calibration = calibration(2, 10, 3)) {
            double one = odds(calibration.cheaper().at(history, row, promised, 1)[0]);
            double four = odds(calibration.cheaper().at(history, row, promised, 4)[0]);

            assertThat(four / one).isCloseTo(2, within(1e-4));
            assertThat(calibration.dearer().at(history, row, promised, 4))
                    .isEqualTo(calibration.dearer().at(history, row, promised, 1));
        }
    }

    private static double odds(double probability) {
        return probability / (1 - probability);
    }

    /** Promises of two per cent on some days of the made-up market. */
    private static Calibration calibration(int firstDay, int lastDay, int forDays) {
        JudgedPromises past = new JudgedPromises();
        rows(firstDay, lastDay).forEach(row -> past.add(row, 0.02, forDays, isElevated(row) ? 0.05 : -0.05));
        return Calibration.fit(history, past).orElseThrow();
    }

    private static IntStream rows(int firstDay, int lastDay) {
        return IntStream.range(0, history.size()).filter(row -> {
            long day = history.day(row) - history.firstDay();
            return day >= firstDay && day <= lastDay;
        });
    }

    private static int row(boolean elevated) {
        return rows(5, 5).filter(row -> isElevated(row) == elevated).findFirst().orElseThrow();
    }

    private static boolean isElevated(int row) {
        return Feature.OWN_MEDIAN.of(history.features(row)) < ELEVATED;
    }
}
