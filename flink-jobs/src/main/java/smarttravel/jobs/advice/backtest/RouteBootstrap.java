package smarttravel.jobs.advice.backtest;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How far the share of the possible saving might be another with other routes: percentile interval of the ratio over
 * routes drawn with replacement (Efron 1979). Requests of one route share their days and fares, so routes are what is
 * drawn.
 */
public final class RouteBootstrap {
    private static final double TAIL = 0.025;

    private RouteBootstrap() {}

    /** The 95 % interval of the share. */
    public record Interval(double low, double high) {}

    /**
     * Draws routes again and again.
     *
     * @param saved by route
     * @param possible by route
     */
    static Interval of(double[] saved, double[] possible, int resamples, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] shares = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            double part = 0;
            double whole = 0;
            for (int draw = 0; draw < saved.length; draw++) {
                int route = random.nextInt(saved.length);
                part += saved[route];
                whole += possible[route];
            }
            shares[i] = whole == 0 ? 0 : part / whole;
        }
        Arrays.sort(shares);
        return new Interval(at(shares, TAIL), at(shares, 1 - TAIL));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }
}
