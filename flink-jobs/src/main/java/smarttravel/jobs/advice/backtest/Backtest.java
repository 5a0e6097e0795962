package smarttravel.jobs.advice.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import smarttravel.jobs.advice.backtest.BacktestReport.Group;
import smarttravel.jobs.advice.backtest.BacktestReport.Line;
import smarttravel.jobs.advice.backtest.WalkForward.Listener;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.TrainedModel;
import smarttravel.jobs.seasons.LeadBucket;

/** Answers every request of a history as on its day, and adds up what came of it. */
public final class Backtest {
    private final PriceHistory history;
    private final BacktestSettings settings;
    private final Outcomes outcomes;

    private Backtest(PriceHistory history, BacktestSettings settings, Outcomes outcomes) {
        this.history = history;
        this.settings = settings;
        this.outcomes = outcomes;
    }

    /** Runs it. Takes minutes. */
    public static BacktestReport run(PriceHistory history, BacktestSettings settings, Listener listener) {
        Outcomes outcomes = new WalkForward(history, settings, listener).run();
        return new Backtest(history, settings, outcomes).report();
    }

    /**
     * Answers the requests that one given model may answer.
     *
     * @param leftOut told how many it may not, being learnt from their day or from later ones
     */
    public static BacktestReport run(
            PriceHistory history, BacktestSettings settings, TrainedModel model, IntConsumer leftOut) {
        GivenModelRun run = new GivenModelRun(history, model, settings);
        leftOut.accept(run.leftOut());
        return new Backtest(history, settings, run.run()).report();
    }

    private BacktestReport report() {
        int[] all = IntStream.range(0, outcomes.size()).toArray();
        List<Line> lines = Arrays.stream(Policy.values())
                .map(policy -> new Line(policy, score(policy, all), interval(policy)))
                .toList();
        return new BacktestReport(
                history.size(),
                history.offers(),
                history.routes().size(),
                day(history.firstDay()),
                day(history.lastDay()),
                lines,
                groups(i -> day(history.day(outcomes.request(i)))),
                groups(i -> leadBucket(history.leadDays(outcomes.request(i)))),
                groups(i -> history.routes().get(history.route(outcomes.request(i)))),
                Reliability.of(outcomes),
                Reliability.brier(outcomes));
    }

    private static String day(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }

    private static String leadBucket(int leadDays) {
        int bucket = LeadBucket.COUNT - 1;
        while (bucket > 0 && leadDays < LeadBucket.firstDay(bucket)) {
            bucket--;
        }
        String from = String.format("%3d", LeadBucket.firstDay(bucket));
        return bucket == LeadBucket.COUNT - 1 ? from + "+" : from + "-" + (LeadBucket.firstDay(bucket + 1) - 1);
    }

    private List<Group> groups(IntFunction<String> name) {
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            members.computeIfAbsent(name.apply(i), unknown -> new ArrayList<>()).add(i);
        }
        return members.entrySet().stream()
                .map(each -> group(
                        each.getKey().strip(),
                        each.getValue().stream().mapToInt(i -> i).toArray()))
                .toList();
    }

    private Group group(String name, int[] positions) {
        Map<Policy, Score> scores = new LinkedHashMap<>();
        for (Policy policy : Policy.values()) {
            scores.put(policy, score(policy, positions));
        }
        return new Group(name, scores);
    }

    private Score score(Policy policy, int[] positions) {
        return Score.of(
                paid(Policy.ALWAYS_BUY, positions), paid(policy, positions), paid(Policy.CLAIRVOYANT, positions));
    }

    private double[] paid(Policy policy, int[] positions) {
        return Arrays.stream(positions)
                .mapToDouble(i -> outcomes.paid(policy, i))
                .toArray();
    }

    private RouteBootstrap.Interval interval(Policy policy) {
        double[] saved = new double[history.routes().size()];
        double[] possible = new double[saved.length];
        boolean[] isAsked = new boolean[saved.length];
        for (int i = 0; i < outcomes.size(); i++) {
            int route = history.route(outcomes.request(i));
            double first = outcomes.paid(Policy.ALWAYS_BUY, i);
            isAsked[route] = true;
            saved[route] += first - outcomes.paid(policy, i);
            possible[route] += first - outcomes.paid(Policy.CLAIRVOYANT, i);
        }
        int[] asked = IntStream.range(0, saved.length).filter(i -> isAsked[i]).toArray();
        return RouteBootstrap.of(
                Arrays.stream(asked).mapToDouble(i -> saved[i]).toArray(),
                Arrays.stream(asked).mapToDouble(i -> possible[i]).toArray(),
                settings.resamples(),
                settings.learning().seed());
    }
}
