package smarttravel.jobs.advice.learning;

import java.util.Optional;

/**
 * From what a model promised to what such promises came to on past days.
 *
 * @param saving realised saving by promised saving, as shares of the first price
 * @param probability how often following the advice was cheaper than buying at once, by promised saving
 * @param points what it rests on
 */
public record Calibration(IsotonicCurve saving, IsotonicCurve probability, int points) {
    /** Fewer past promises calibrate nothing. */
    public static final int ENOUGH = 300;

    /**
     * Fits both curves; absent when there are too few points.
     *
     * @param promised savings that a model promised, all above 0
     * @param realised what came of each
     */
    public static Optional<Calibration> fit(double[] promised, double[] realised) {
        if (promised.length < ENOUGH) {
            return Optional.empty();
        }
        double[] won = new double[realised.length];
        for (int i = 0; i < won.length; i++) {
            won[i] = realised[i] > 0 ? 1 : 0;
        }
        return Optional.of(new Calibration(
                IsotonicCurve.fit(promised, realised), IsotonicCurve.fit(promised, won), promised.length));
    }
}
