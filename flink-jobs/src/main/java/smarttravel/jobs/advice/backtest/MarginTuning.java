package smarttravel.jobs.advice.backtest;

import java.util.Optional;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.Calibration;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.policy.AdvicePolicy;

/**
 * Finds the least margin that leaves at most a share of buyers dearer. With each margin that share is taken as a mean over
 * days, since buyers of one day are dearer together: over past days, weighed by how many of their seven days have passed;
 * and over an imaginary day, on which what the calibration says of the latest requests comes true. So one bad day among few does not rule all that come after.
 */
final class MarginTuning {
    private static final double[] MARGINS = {
        0, 0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04, 0.045, 0.05, 0.06, 0.07, 0.08, 0.1, 0.12, 0.15, 0.2, 0.3
    };
    private static final double IMAGINARY_DAY = 1;

    private final PriceHistory history;
    private final Paths paths;
    private final double floor;
    private final Calibration calibration;
    private final double[] dearer = new double[MARGINS.length];
    private final double[] imagined = new double[MARGINS.length];
    private double weight;
    private int latest;

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
        double itsWeight = (double) days / FittedQ.HORIZON_DAYS;
        double each = itsWeight / forecasts.requests().length;
        for (int request : forecasts.requests()) {
            int last = paths.last(request, days, before);
            for (int i = 0; i < MARGINS.length; i++) {
                AdvicePolicy policy = policy(MARGINS[i]);
                double paid = paths.pay(request, last, (asked, row) -> policy.waits(
                        forecasts.promised(asked, row, paths.daysLeft(asked, row, days)),
                        risk[forecasts.position(asked, row)],
                        history.cost(row) / history.cost(asked),
                        history.features(row)));
                dearer[i] += paid > history.cost(request) ? each : 0;
            }
        }
        weight += itsWeight;
    }

    /** Counts who is expected to end dearer among requests that stand for the ones to come. */
    void imagine(Forecasts forecasts) {
        int days = FittedQ.HORIZON_DAYS;
        float[] risk = forecasts.risk(history, calibration.dearer(), days);
        for (int request : forecasts.requests()) {
            double itsRisk = risk[forecasts.position(request, request)];
            for (int i = 0; i < MARGINS.length; i++) {
                boolean waits = policy(MARGINS[i])
                        .waits(forecasts.promised(request, request, days), itsRisk, 1, history.features(request));
                imagined[i] += waits ? itsRisk : 0;
            }
            latest++;
        }
    }

    /** The least margin; the greatest that is tried when none is great enough. */
    double least(double worse) {
        for (int i = 0; i < MARGINS.length; i++) {
            double share = (dearer[i] + IMAGINARY_DAY * imagined[i] / Math.max(1, latest)) / (weight + IMAGINARY_DAY);
            if (share <= worse) {
                return MARGINS[i];
            }
        }
        return MARGINS[MARGINS.length - 1];
    }

    private AdvicePolicy policy(double margin) {
        return AdvicePolicy.cautious(margin, floor, Optional.of(calibration));
    }
}
