package smarttravel.jobs.advice.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.Calibration;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.policy.AdvicePolicy;

/**
 * Promises of models that were made on past days, and what came of them up to now. A promise of three days ago is judged
 * as one for a buyer with two days to wait, so that every promise that is judged has had its time.
 */
final class PastPromises {
    private static final int REMEMBERED_DAYS = 21;
    /** Promises for fewer days tell little of risk. */
    static final int TELLING_DAYS = 3;

    private static final double[] MARGINS = {
        0, 0.0005, 0.001, 0.0015, 0.002, 0.003, 0.004, 0.005, 0.0075, 0.01, 0.015, 0.02, 0.03, 0.05, 0.1
    };
    private static final double[] FLOORS = {0, 0.9, 0.95};

    private final PriceHistory history;
    private final Paths paths;
    private final List<Forecasts> past = new ArrayList<>();

    PastPromises(PriceHistory history) {
        this.history = history;
        this.paths = new Paths(history);
    }

    void remember(Forecasts forecasts) {
        past.add(forecasts);
        past.removeIf(old -> old.day() < forecasts.day() - REMEMBERED_DAYS);
    }

    /** Forgets promises that were made before a day. */
    void forgetBefore(long day) {
        past.removeIf(old -> old.day() < day);
    }

    /** What promises were worth, known at the start of an epoch day. */
    Optional<Calibration> calibration(long today) {
        List<double[]> points = new ArrayList<>();
        for (Forecasts each : past) {
            int days = daysToJudge(each, today);
            for (int request : each.requests()) {
                double promised = days < 1 ? 0 : each.promised(request, request, days);
                int last = paths.last(request, days, startOf(today));
                if (promised > 0 && last > request) {
                    double paid = pay(each, request, last, days, AdvicePolicy.savings(0, Optional.empty()));
                    points.add(new double[] {promised, 1 - paid / history.cost(request)});
                }
            }
        }
        return Calibration.fit(
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    /**
     * The least margin that would have made at most a share of requests dearer.
     *
     * @param worse the share of requests that may end dearer
     */
    double margin(long today, double floor, Optional<Calibration> calibration, double worse) {
        for (double margin : MARGINS) {
            if (worseShare(today, AdvicePolicy.cautious(margin, floor, calibration)) <= worse) {
                return margin;
            }
        }
        return MARGINS[MARGINS.length - 1];
    }

    /** The floor under which buying at once would have saved most; 0 when none would have. */
    double floor(long today) {
        double best = 0;
        double most = saved(today, AdvicePolicy.savings(0, Optional.empty()));
        for (double floor : FLOORS) {
            double saved = saved(today, AdvicePolicy.savings(floor, Optional.empty()));
            if (saved > most) {
                most = saved;
                best = floor;
            }
        }
        return best;
    }

    private double saved(long today, AdvicePolicy policy) {
        double saved = 0;
        for (Forecasts each : past) {
            int days = daysToJudge(each, today);
            for (int request : days < 1 ? new int[0] : each.requests()) {
                int last = paths.last(request, days, startOf(today));
                saved += history.cost(request) - pay(each, request, last, days, policy);
            }
        }
        return saved;
    }

    private double worseShare(long today, AdvicePolicy policy) {
        int longest =
                past.stream().mapToInt(each -> daysToJudge(each, today)).max().orElse(0);
        int asked = 0;
        int worse = 0;
        for (Forecasts each : past) {
            int days = daysToJudge(each, today);
            if (days < Math.min(TELLING_DAYS, Math.max(1, longest))) {
                continue;
            }
            for (int request : each.requests()) {
                int last = paths.last(request, days, startOf(today));
                asked++;
                worse += pay(each, request, last, days, policy) > history.cost(request) ? 1 : 0;
            }
        }
        return asked == 0 ? 0 : (double) worse / asked;
    }

    private double pay(Forecasts forecasts, int request, int last, int days, AdvicePolicy policy) {
        return paths.pay(
                request,
                last,
                (asked, row) -> policy.waits(
                        forecasts.promised(asked, row, paths.daysLeft(asked, row, days)),
                        history.cost(row) / history.cost(asked),
                        history.features(row)));
    }

    private static int daysToJudge(Forecasts forecasts, long today) {
        return (int) Math.min(FittedQ.HORIZON_DAYS, today - 1 - forecasts.day());
    }

    private static long startOf(long day) {
        return day * 86_400;
    }
}
