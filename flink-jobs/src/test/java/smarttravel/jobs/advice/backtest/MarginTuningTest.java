package smarttravel.jobs.advice.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.history.PriceHistoryBuilder;
import smarttravel.jobs.advice.learning.Calibration;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.LearningSettings;
import smarttravel.jobs.advice.learning.QModel;
import smarttravel.jobs.advice.learning.Steps;
import smarttravel.jobs.advice.market.MadeUpMarket;
import smarttravel.jobs.advice.policy.AdvicePolicy;

/** The margin of a cautious buyer, against the same said slowly. */
class MarginTuningTest {
    private static final LearningSettings LEARNING = new LearningSettings(2, 8, 0.35, 3, 20, 1, 3_000, 0, 1, 1);
    private static final int[] ASKED = {5, 7, 8};
    private static final int TODAY = 10;

    private static PriceHistory history = new PriceHistoryBuilder().build();
    private static final Forecasts[] FORECASTS = new Forecasts[ASKED.length];
    private static Optional<Calibration> calibration = Optional.empty();

    @BeforeAll
    static void promise() {
        PriceHistoryBuilder builder = new PriceHistoryBuilder();
        MadeUpMarket.prices(10, 60, 12, 1).forEach(builder::add);
        history = builder.build();
        Steps steps = Steps.draw(history, startOf(5), LEARNING);
        try (QModel model = FittedQ.learn(history, steps, LEARNING)) {
            for (int i = 0; i < ASKED.length; i++) {
                long day = history.firstDay() + ASKED[i];
                int[] requests = Arrays.stream(new Paths(history).requests(2))
                        .filter(row -> history.day(row) == day)
                        .toArray();
                FORECASTS[i] = Forecasts.of(history, model, day, requests);
            }
        }
        calibration = past().calibration(history.firstDay() + TODAY);
    }

    @AfterAll
    static void forget() {
        calibration.ifPresent(Calibration::close);
    }

    @Test
    void theMarginIsTheLeastThatKeepsTheShareInTheMeanOverPastDays() {
        double bearable = naiveShare(0.0301) + 1e-9;

        double margin = past().margin(history.firstDay() + TODAY, 0, calibration, bearable);

        assertThat(margin).isBetween(0.005, 0.035);
        assertThat(naiveShare(margin)).isLessThanOrEqualTo(bearable);
        assertThat(naiveShare(margin - 0.005)).isGreaterThan(bearable);
    }

    @Test
    void whoMayLeaveEverybodyDearerNeedsNoMargin() {
        assertThat(past().margin(history.firstDay() + TODAY, 0, calibration, 1)).isZero();
    }

    @Test
    void withoutACalibrationTheMarginIsTheOneForThat() {
        assertThat(past().margin(history.firstDay() + TODAY, 0, Optional.empty(), 0.08))
                .isEqualTo(AdvicePolicy.UNCALIBRATED_MARGIN);
    }

    private static PastPromises past() {
        PastPromises past = new PastPromises(history);
        for (Forecasts each : FORECASTS) {
            past.remember(each);
        }
        return past;
    }

    /** Day by day, buyer by buyer, look by look. */
    private static double naiveShare(double margin) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < ASKED.length; i++) {
            int passed = TODAY - 1 - ASKED[i];
            double weight = passed * Math.pow(2, -(TODAY - ASKED[i]) / 4.0);
            int dearer = 0;
            for (int request : FORECASTS[i].requests()) {
                dearer += naivePaid(FORECASTS[i], request, passed, margin) > history.cost(request) ? 1 : 0;
            }
            sum += weight * dearer / FORECASTS[i].requests().length;
            weights += weight;
        }
        return sum / weights;
    }

    private static double naivePaid(Forecasts forecasts, int request, int passed, double margin) {
        int row = request;
        while (history.hasNext(row)
                && history.day(row + 1) - history.day(request) <= passed
                && history.day(row + 1) < history.firstDay() + TODAY) {
            int left = (int) Math.max(1, passed - (history.day(row) - history.day(request)));
            double promised = forecasts.promised(request, row, left);
            double chance =
                    calibration.orElseThrow().dearer().at(List.of(history.features(row)), new double[] {promised})[0];
            boolean isWorthIt = history.cost(row) > history.cost(request) || promised >= margin * chance;
            if (promised <= 0 || !isWorthIt) {
                break;
            }
            row++;
        }
        return history.cost(row);
    }

    private static long startOf(int day) {
        return (history.firstDay() + day) * 86_400;
    }
}
