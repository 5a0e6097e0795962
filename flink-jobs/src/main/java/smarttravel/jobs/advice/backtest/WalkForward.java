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
        Foretold foretold = Foretold.of(history, model, calibration, requests);
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
            outcomes.put(
                    Policy.MODEL_SAVINGS,
                    position,
                    paths.pay(request, last, model == null ? ruled : by(savings, foretold)));
            outcomes.put(Policy.MODEL_CAUTIOUS, position, paths.pay(request, last, by(cautious, foretold)));
            tell(outcomes, position, foretold, savings);
        }
        promise(day, requests);
        calibration.ifPresent(Calibration::close);
    }

    private static void tell(Outcomes outcomes, int position, Foretold foretold, AdvicePolicy policy) {
        int request = outcomes.request(position);
        double promised = foretold.promised(FittedQ.HORIZON_DAYS, request);
        outcomes.put(position, promised, promised > 0 ? policy.expected(promised) : 0, foretold.cheaper(request));
    }

    /** Follows a policy; what it calls insufficient is bought at once. */
    private Paths.Decision by(AdvicePolicy policy, Foretold foretold) {
        return (request, row) -> {
            int daysLeft = paths.daysLeft(request, row, FittedQ.HORIZON_DAYS);
            return !policy.isThin(history.features(request), trainingDays)
                    && policy.waits(
                            foretold.promised(daysLeft, row),
                            foretold.dearer(daysLeft, row),
                            history.cost(row) / history.cost(request),
                            history.features(row));
        };
    }

    private static long startOf(long day) {
        return day * 86_400;
    }
}
