package smarttravel.jobs.advice.backtest;

import java.util.Optional;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.Calibration;
import smarttravel.jobs.advice.policy.AdvicePolicy;

/**
 * Finds the least margin that leaves at most a share of buyers dearer: in the mean over past days, since buyers of one day
 * are dearer together. A day weighs as much of its seven days as has passed, and half as much for every four days that it
 * lies back. So neither one bad day nor one good one rules all that come after.
 */
final class MarginTuning {
    private static final double[] MARGINS = {
        0, 0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04, 0.045, 0.05, 0.06, 0.07, 0.08, 0.1, 0.12, 0.15, 0.2, 0.3
    };

    private static final double HALVED_AFTER_DAYS = 4;
    private static final double SECONDS_A_DAY = 86_400;

    private final PriceHistory history;
    private final Paths paths;
    private final double floor;
    private final Calibration calibration;
    private final double[] dearer = new double[MARGINS.length];
    private double weight;

    MarginTuning(PriceHistory history, double floor, Calibration calibration) {
        this.history = history;
        this.paths = new Paths(history);
        this.floor = floor;
        this.calibration = calibration;
    }

    /**
     * Counts who would have ended dearer on a past day.
     *
     * @param days of the requests' that have passed, at least 1
     * @param before epoch second at which what is known ends
     */
    void follow(Forecasts forecasts, int days, long before) {
        float[] risk = forecasts.risk(history, calibration.dearer(), days);
        double ago = (double) before / SECONDS_A_DAY - forecasts.day();
        double itsWeight = days * Math.pow(0.5, ago / HALVED_AFTER_DAYS);
        double each = itsWeight / forecasts.requests().length;
        for (int request : forecasts.requests()) {
            int last = paths.last(request, days, before);
            for (int i = 0; i < MARGINS.length; i++) {
                AdvicePolicy policy = policy(MARGINS[i]);
                double paid = paths.pay(
                        request,
                        last,
                        (asked, row) -> policy.waits(
                                forecasts.promised(asked, row, paths.daysLeft(asked, row, days)),
                                risk[forecasts.position(asked, row)],
                                history.cost(row) / history.cost(asked),
                                history.features(row)));
                dearer[i] += paid > history.cost(request) ? each : 0;
            }
        }
        weight += itsWeight;
    }

    /** The least margin; the greatest that is tried when none is great enough. */
    double least(double worse) {
        for (int i = 0; i < MARGINS.length; i++) {
            if (dearer[i] <= worse * weight) {
                return MARGINS[i];
            }
        }
        return MARGINS[MARGINS.length - 1];
    }

    private AdvicePolicy policy(double margin) {
        return AdvicePolicy.cautious(margin, floor, Optional.of(calibration));
    }
}
