package smarttravel.jobs.advice.backtest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.Calibration;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.LearningSettings;
import smarttravel.jobs.advice.learning.QModel;
import smarttravel.jobs.advice.learning.Steps;
import smarttravel.jobs.advice.learning.TrainedModel;

/**
 * Learns the model that is served from today on: from everything that was seen, calibrated by what models of the last
 * days promised and what came of it.
 */
public final class Training {
    private static final int EARLIER = 2;
    private static final int CALIBRATED_BY_DAYS = 6;
    private static final long SECONDS_A_DAY = 86_400;

    private final PriceHistory history;
    private final BacktestSettings settings;

    /** From a whole history. */
    public Training(PriceHistory history, BacktestSettings settings) {
        this.history = history;
        this.settings = settings;
    }

    /**
     * Learns it; absent when there is too little to learn from. Takes minutes.
     *
     * @param listener told after each of the models that only calibrate, and after the last
     */
    public Optional<TrainedModel> train(WalkForward.Listener listener) {
        long[] days = Arrays.stream(new Paths(history).requests(EARLIER))
                .mapToLong(history::day)
                .distinct()
                .sorted()
                .toArray();
        int first = Math.max(0, days.length - CALIBRATED_BY_DAYS);
        PastPromises promises = new PastPromises(history);
        for (int i = first; i < days.length; i++) {
            promise(days[i], promises);
            listener.dayIsDone(days[i], i - first + 1, days.length - first + 1);
        }
        Steps steps = Steps.draw(history, Long.MAX_VALUE, settings.learning());
        if (steps.size() < WalkForward.LEAST_STEPS) {
            return Optional.empty();
        }
        QModel model = FittedQ.learn(history, steps, settings.learning());
        long tomorrow = history.lastDay() + 1;
        listener.dayIsDone(tomorrow, days.length - first + 1, days.length - first + 1);
        Optional<Calibration> calibration = promises.calibration(tomorrow);
        TrainedModel.Origin origin = new TrainedModel.Origin(
                LocalDate.ofEpochDay(history.firstDay()),
                LocalDate.ofEpochDay(history.lastDay()),
                steps.size(),
                AdviceFeatures.VERSION,
                settings.learning().seed());
        double floor = promises.floor(tomorrow);
        double margin = promises.margin(tomorrow, floor, calibration, settings.worseShare());
        return Optional.of(new TrainedModel(model, calibration, margin, floor, origin));
    }

    private void promise(long day, PastPromises promises) {
        LearningSettings learning = settings.learning();
        Steps steps = Steps.draw(history, day * SECONDS_A_DAY, learning);
        if (steps.size() < WalkForward.LEAST_STEPS) {
            return;
        }
        int[] requests = Arrays.stream(new Paths(history).requests(EARLIER))
                .filter(row -> history.day(row) == day)
                .toArray();
        try (QModel model = FittedQ.learn(history, steps, learning)) {
            promises.remember(Forecasts.of(history, model, day, settings.some(requests, day)));
        }
    }
}
