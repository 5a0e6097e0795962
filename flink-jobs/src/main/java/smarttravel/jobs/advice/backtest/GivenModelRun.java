package smarttravel.jobs.advice.backtest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.TrainedModel;
import smarttravel.jobs.advice.policy.Advice;
import smarttravel.jobs.advice.policy.AdvicePolicy;
import smarttravel.jobs.advice.policy.PriceRule;

/**
 * Answers requests with one model that was learnt before, as it would be served: requests on days that it was learnt from,
 * or before them, are left out.
 */
final class GivenModelRun {
    private final PriceHistory history;
    private final TrainedModel trained;
    private final Paths paths;
    private final RuleTuning tuning;
    private final int[] requests;
    private final int leftOut;
    private final float[][] waiting = new float[FittedQ.HORIZON_DAYS + 1][];

    GivenModelRun(PriceHistory history, TrainedModel trained, BacktestSettings settings) {
        this.history = history;
        this.trained = trained;
        this.paths = new Paths(history);
        this.tuning = new RuleTuning(history);
        int[] all = paths.requests(settings.earlierPrices());
        long learntTo = trained.origin().to().toEpochDay();
        this.requests =
                Arrays.stream(all).filter(row -> history.day(row) > learntTo).toArray();
        this.leftOut = all.length - requests.length;
    }

    /** Requests that the model may not answer. */
    int leftOut() {
        return leftOut;
    }

    Outcomes run() {
        foretell();
        AdvicePolicy savings = AdvicePolicy.savings(trained.floor(), trained.calibration());
        AdvicePolicy cautious = AdvicePolicy.cautious(trained.margin(), trained.floor(), trained.calibration());
        Outcomes outcomes = new Outcomes(requests);
        Map<Long, PriceRule> rules = new HashMap<>();
        for (int position = 0; position < requests.length; position++) {
            int request = requests[position];
            PriceRule rule = rules.computeIfAbsent(history.day(request), day -> tuning.best(day * 86_400));
            int last = paths.last(request, FittedQ.HORIZON_DAYS, Long.MAX_VALUE);
            outcomes.put(Policy.ALWAYS_BUY, position, history.cost(request));
            outcomes.put(Policy.ALWAYS_WAIT, position, history.cost(last));
            outcomes.put(Policy.CLAIRVOYANT, position, paths.least(request, last));
            outcomes.put(
                    Policy.NEXT_ORACLE,
                    position,
                    paths.pay(request, last, (asked, row) -> history.cost(row + 1) <= history.cost(row)));
            outcomes.put(
                    Policy.TUNED_RULE,
                    position,
                    paths.pay(request, last, (asked, row) -> rule.waits(history.features(row))));
            outcomes.put(Policy.MODEL_SAVINGS, position, paths.pay(request, last, by(savings)));
            outcomes.put(Policy.MODEL_CAUTIOUS, position, paths.pay(request, last, by(cautious)));
            tell(outcomes, position, savings);
        }
        return outcomes;
    }

    private void tell(Outcomes outcomes, int position, AdvicePolicy policy) {
        int request = requests[position];
        double promised = 1 - waiting[FittedQ.HORIZON_DAYS][request];
        Advice said = advice(policy, request, promised);
        boolean isWait = promised > 0;
        outcomes.put(
                position,
                promised,
                isWait ? said.expectedSaving() : 0,
                isWait ? said.probability().orElse(Double.NaN) : Double.NaN);
    }

    private Paths.Decision by(AdvicePolicy policy) {
        return (request, row) -> {
            double promised = 1 - waiting[paths.daysLeft(request, row, FittedQ.HORIZON_DAYS)][row];
            return advice(policy, row, promised).word() == Advice.Word.WAIT;
        };
    }

    private Advice advice(AdvicePolicy policy, int row, double promised) {
        return policy.advise(history.features(row), promised, trained.origin().days());
    }

    /** Asks the model about every look of every request, in batches by days left. */
    private void foretell() {
        for (int daysLeft = 1; daysLeft <= FittedQ.HORIZON_DAYS; daysLeft++) {
            int left = daysLeft;
            int[] rows = Arrays.stream(requests)
                    .flatMap(request -> IntStream.range(
                                    request, paths.last(request, FittedQ.HORIZON_DAYS, Long.MAX_VALUE))
                            .filter(row -> paths.daysLeft(request, row, FittedQ.HORIZON_DAYS) == left))
                    .distinct()
                    .toArray();
            float[] values = trained.model().predict(history, rows, daysLeft);
            waiting[daysLeft] = new float[history.size()];
            Arrays.fill(waiting[daysLeft], Float.NaN);
            for (int i = 0; i < rows.length; i++) {
                waiting[daysLeft][rows[i]] = values[i];
            }
        }
    }
}
