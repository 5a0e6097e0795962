package smarttravel.jobs.advice.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.Calibration;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.JudgedPromises;
import smarttravel.jobs.advice.policy.AdvicePolicy;

/**
 * Promises of models that were made on past days, and what came of them up to now. A promise of three days ago is judged
 * as one for a buyer with two days to wait, so that every promise that is judged has had its time.
 */
final class PastPromises {
    private static final int REMEMBERED_DAYS = 21;
    /** After so many days of requests what was promised before them is not needed any more. */
    static final int TELLING_DAYS = 3;

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
        JudgedPromises judged = new JudgedPromises();
        AdvicePolicy any = AdvicePolicy.savings(0, Optional.empty());
        for (Forecasts each : past) {
            int days = daysToJudge(each, today);
            for (int request : days < 1 ? new int[0] : each.requests()) {
                double promised = each.promised(request, request, days);
                int last = paths.last(request, days, startOf(today));
                if (promised > 0 && last > request) {
                    double paid = pay(each, request, last, days, any);
                    judged.add(request, promised, days, 1 - paid / history.cost(request));
                }
            }
        }
        return Calibration.fit(history, judged);
    }

    /**
     * The margin of a cautious buyer who asks on an epoch day.
     *
     * @param worse the share of requests that may end dearer
     */
    double margin(long today, double floor, Optional<Calibration> calibration, double worse) {
        if (calibration.isEmpty()) {
            return AdvicePolicy.UNCALIBRATED_MARGIN;
        }
        MarginTuning tuning = new MarginTuning(history, floor, calibration.get());
        for (Forecasts each : past) {
            if (daysToJudge(each, today) > 0) {
                tuning.follow(each, daysToJudge(each, today), startOf(today));
            }
        }
        return tuning.least(worse);
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

    private double pay(Forecasts forecasts, int request, int last, int days, AdvicePolicy policy) {
        return paths.pay(
                request,
                last,
                (asked, row) -> policy.waits(
                        forecasts.promised(asked, row, paths.daysLeft(asked, row, days)),
                        1,
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
