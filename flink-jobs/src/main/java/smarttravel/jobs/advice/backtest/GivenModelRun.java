package smarttravel.jobs.advice.backtest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.TrainedModel;
import smarttravel.jobs.advice.policy.Advice;
import smarttravel.jobs.advice.policy.AdvicePolicy;
import smarttravel.jobs.advice.policy.Outlook;
import smarttravel.jobs.advice.policy.PriceRule;

/**
 * Answers requests with one model that was learnt before, as it would be served: at every look it is asked about the whole
 * horizon, because whoever serves it does not know since when a buyer has waited. Requests on days that it was learnt from, or
 * before them, are left out.
 */
final class GivenModelRun {
    private static final int BATCH = 20_000;

    private final PriceHistory history;
    private final TrainedModel trained;
    private final Paths paths;
    private final RuleTuning tuning;
    private final int[] requests;
    private final int leftOut;
    private final Map<Integer, Outlook> outlooks = new HashMap<>();

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
        double promised = outlook(request).promised();
        Advice said = advice(policy, request);
        boolean isWait = promised > 0;
        outcomes.put(
                position,
                promised,
                isWait ? said.expectedSaving() : 0,
                isWait ? said.probability().orElse(Double.NaN) : Double.NaN);
    }

    private Paths.Decision by(AdvicePolicy policy) {
        return (request, row) -> advice(policy, row).word() == Advice.Word.WAIT;
    }

    private Advice advice(AdvicePolicy policy, int row) {
        return policy.advise(
                history.features(row), outlook(row), trained.origin().days());
    }

    private Outlook outlook(int row) {
        return Objects.requireNonNull(outlooks.get(row));
    }

    /** Asks the model about every look of every request, as one that may wait for the whole horizon again. */
    private void foretell() {
        int[] rows = Arrays.stream(requests)
                .flatMap(request ->
                        IntStream.rangeClosed(request, paths.last(request, FittedQ.HORIZON_DAYS, Long.MAX_VALUE)))
                .filter(row -> !history.isSoldOut(row))
                .distinct()
                .toArray();
        for (int from = 0; from < rows.length; from += BATCH) {
            int[] part = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + BATCH));
            float[] ratios = trained.model().predict(history, part, FittedQ.HORIZON_DAYS);
            double[] promised = IntStream.range(0, part.length)
                    .mapToDouble(i -> 1 - ratios[i])
                    .toArray();
            List<Outlook> answers = Outlook.of(
                    trained.calibration(),
                    Arrays.stream(part).mapToObj(history::features).toList(),
                    promised);
            for (int i = 0; i < part.length; i++) {
                outlooks.put(part[i], answers.get(i));
            }
        }
    }
}
