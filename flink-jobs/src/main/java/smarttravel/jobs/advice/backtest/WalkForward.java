package smarttravel.jobs.advice.backtest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.Calibration;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.LearningSettings;
import smarttravel.jobs.advice.learning.QModel;
import smarttravel.jobs.advice.learning.Steps;
import smarttravel.jobs.advice.policy.Advice;
import smarttravel.jobs.advice.policy.AdvicePolicy;
import smarttravel.jobs.advice.policy.PriceRule;

/**
 * Answers every request with what was known when it was made: day after day, with a model, a rule, a calibration and a
 * margin that rest on nothing that was seen on the request's day or later.
 */
public final class WalkForward {
    private static final Logger LOG = LoggerFactory.getLogger(WalkForward.class);
    private static final int WARM_UP_EARLIER = 2;
    static final int LEAST_STEPS = 500;

    private final PriceHistory history;
    private final BacktestSettings settings;
    private final Listener listener;
    private final Paths paths;
    private final RuleTuning tuning;
    private final PastPromises promises;
    private final float[][] waiting = new float[FittedQ.HORIZON_DAYS + 1][];
    private @Nullable QModel model;
    private int trainingDays;
    private long learntOn = -1_000_000;

    /** Told how far it is. */
    public interface Listener {
        /** A day is done. */
        void dayIsDone(long epochDay, int done, int of);
    }

    /** Of a whole history; nothing is computed yet. */
    public WalkForward(PriceHistory history, BacktestSettings settings, Listener listener) {
        this.history = history;
        this.settings = settings;
        this.listener = listener;
        this.paths = new Paths(history);
        this.tuning = new RuleTuning(history);
        this.promises = new PastPromises(history);
        for (int daysLeft = 1; daysLeft <= FittedQ.HORIZON_DAYS; daysLeft++) {
            waiting[daysLeft] = new float[history.size()];
            Arrays.fill(waiting[daysLeft], Float.NaN);
        }
    }

    /** Answers every request. Takes minutes. */
    public Outcomes run() {
        int[] requests = paths.requests(settings.earlierPrices());
        SortedMap<Long, int[]> days = byDay(requests);
        Outcomes outcomes = new Outcomes(requests);
        if (!days.isEmpty()) {
            warmUp(days.firstKey());
        }
        int pause = Math.max(1, -Math.floorDiv(-days.size(), settings.trainings()));
        int done = 0;
        for (var each : days.entrySet()) {
            if (each.getKey() - days.firstKey() > PastPromises.TELLING_DAYS) {
                // what was promised while warming up rested on too few days to be advice: it served until better came
                promises.forgetBefore(days.firstKey());
            }
            if (each.getKey() - learntOn >= pause) {
                learn(each.getKey());
            }
            answer(each.getKey(), each.getValue(), outcomes);
            listener.dayIsDone(each.getKey(), ++done, days.size());
        }
        forgetModel();
        return outcomes;
    }

    /** Positions of requests by the epoch day on which they are made. */
    private SortedMap<Long, int[]> byDay(int[] requests) {
        SortedMap<Long, int[]> days = new TreeMap<>();
        IntStream.range(0, requests.length)
                .boxed()
                .collect(Collectors.groupingBy(i -> history.day(requests[i])))
                .forEach((day, positions) ->
                        days.put(day, positions.stream().mapToInt(i -> i).toArray()));
        return days;
    }

    /** Promises of the days before the first request, so that its day is calibrated already. */
    private void warmUp(long firstDay) {
        int[] early = paths.requests(WARM_UP_EARLIER);
        List<Long> days = Arrays.stream(early)
                .mapToObj(history::day)
                .filter(day -> day < firstDay && day >= firstDay - FittedQ.HORIZON_DAYS)
                .distinct()
                .sorted()
                .toList();
        for (long day : days) {
            learn(day);
            promise(
                    day,
                    Arrays.stream(early).filter(row -> history.day(row) == day).toArray());
        }
    }

    private void learn(long day) {
        forgetModel();
        learntOn = day;
        LearningSettings learning = settings.learning();
        Steps steps = Steps.draw(history, startOf(day), learning);
        if (steps.size() >= LEAST_STEPS) {
            model = FittedQ.learn(history, steps, learning);
            trainingDays = (int) (day - history.firstDay());
        }
    }

    private void forgetModel() {
        if (model != null) {
            model.close();
            model = null;
        }
    }

    private void promise(long day, int[] requests) {
        if (model != null) {
            promises.remember(Forecasts.of(history, model, day, settings.some(requests, day)));
        }
    }

    private void answer(long day, int[] positions, Outcomes outcomes) {
        int[] requests = Arrays.stream(positions).map(outcomes::request).toArray();
        PriceRule rule = tuning.best(startOf(day));
        Optional<Calibration> calibration = promises.calibration(day);
        double floor = promises.floor(day);
        AdvicePolicy savings = AdvicePolicy.savings(floor, calibration);
        AdvicePolicy cautious = AdvicePolicy.cautious(
                promises.margin(day, floor, calibration, settings.worseShare()), floor, calibration);
        LOG.info(
                "{}: rule {}, floor {}, margin {}, {} promises",
                LocalDate.ofEpochDay(day),
                rule,
                floor,
                cautious.margin(),
                calibration.map(Calibration::points).orElse(0));
        foretell(requests);
        for (int position : positions) {
            int request = outcomes.request(position);
            int last = paths.last(request, FittedQ.HORIZON_DAYS, Long.MAX_VALUE);
            outcomes.put(Policy.ALWAYS_BUY, position, history.cost(request));
            outcomes.put(Policy.ALWAYS_WAIT, position, history.cost(last));
            outcomes.put(Policy.CLAIRVOYANT, position, paths.least(request, last));
            outcomes.put(
                    Policy.NEXT_ORACLE,
                    position,
                    paths.pay(request, last, (asked, row) -> history.cost(row + 1) <= history.cost(row)));
            Paths.Decision ruled = (asked, row) -> rule.waits(history.features(row));
            outcomes.put(Policy.TUNED_RULE, position, paths.pay(request, last, ruled));
            outcomes.put(Policy.MODEL_SAVINGS, position, paths.pay(request, last, model == null ? ruled : by(savings)));
            outcomes.put(Policy.MODEL_CAUTIOUS, position, paths.pay(request, last, by(cautious)));
            tell(outcomes, position, request, savings);
        }
        promise(day, requests);
        for (float[] each : Arrays.asList(waiting).subList(1, waiting.length)) {
            Arrays.fill(each, Float.NaN);
        }
    }

    private void tell(Outcomes outcomes, int position, int request, AdvicePolicy policy) {
        double promised = 1 - waiting[FittedQ.HORIZON_DAYS][request];
        boolean isWait = promised > 0;
        outcomes.put(
                position,
                promised,
                isWait ? policy.expected(promised) : 0,
                isWait ? policy.probability(promised).orElse(Double.NaN) : Double.NaN);
    }

    /** Follows a policy; what it calls insufficient is bought at once. */
    private Paths.Decision by(AdvicePolicy policy) {
        return (request, row) -> {
            double promised = 1 - waiting[paths.daysLeft(request, row, FittedQ.HORIZON_DAYS)][row];
            return isKnown(policy, request)
                    && policy.waits(promised, history.cost(row) / history.cost(request), history.features(row));
        };
    }

    private boolean isKnown(AdvicePolicy policy, int request) {
        return policy.advise(history.features(request), 0, trainingDays).word() != Advice.Word.INSUFFICIENT;
    }

    /** Asks the model about every look of the requests, in batches by days left. */
    private void foretell(int[] requests) {
        if (model == null) {
            return;
        }
        for (int daysLeft = 1; daysLeft <= FittedQ.HORIZON_DAYS; daysLeft++) {
            int[] rows = rows(requests, daysLeft);
            float[] values = model.predict(history, rows, daysLeft);
            for (int i = 0; i < rows.length; i++) {
                waiting[daysLeft][rows[i]] = values[i];
            }
        }
    }

    private int[] rows(int[] requests, int daysLeft) {
        return Arrays.stream(requests)
                .flatMap(request -> IntStream.range(request, paths.last(request, FittedQ.HORIZON_DAYS, Long.MAX_VALUE))
                        .filter(row -> paths.daysLeft(request, row, FittedQ.HORIZON_DAYS) == daysLeft))
                .distinct()
                .toArray();
    }

    private static long startOf(long day) {
        return day * 86_400;
    }
}
