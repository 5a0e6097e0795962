package smarttravel.jobs.advice.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A rising step curve through noisy points, by pooling adjacent violators (Ayer et al. 1955; for calibration Zadrozny and
 * Elkan, KDD 2002): the least-squares fit among all curves that never fall. Between pools it is interpolated.
 */
public final class IsotonicCurve {
    private final double[] at;
    private final double[] value;

    private IsotonicCurve(double[] at, double[] value) {
        this.at = at;
        this.value = value;
    }

    /**
     * Fits points; at least one.
     *
     * @param x where
     * @param y what was measured there
     */
    public static IsotonicCurve fit(double[] x, double[] y) {
        if (x.length == 0 || x.length != y.length) {
            throw new IllegalArgumentException("needs as many values as places, and at least one");
        }
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] sumX = new double[x.length];
        double[] sumY = new double[x.length];
        int[] count = new int[x.length];
        int pools = 0;
        for (int i : order) {
            sumX[pools] = x[i];
            sumY[pools] = y[i];
            count[pools++] = 1;
            while (pools > 1 && sumY[pools - 2] * count[pools - 1] >= sumY[pools - 1] * count[pools - 2]) {
                pools--;
                sumX[pools - 1] += sumX[pools];
                sumY[pools - 1] += sumY[pools];
                count[pools - 1] += count[pools];
            }
        }
        double[] at = new double[pools];
        double[] value = new double[pools];
        for (int pool = 0; pool < pools; pool++) {
            at[pool] = sumX[pool] / count[pool];
            value[pool] = sumY[pool] / count[pool];
        }
        return new IsotonicCurve(at, value);
    }

    /** A curve through given corners, as a stored model holds it. */
    public static IsotonicCurve through(double[] at, double[] value) {
        if (at.length == 0 || at.length != value.length || !isFinite(at) || !isFinite(value)) {
            throw new IllegalArgumentException(
                    "needs as many heights as corners, at least one, and all of them numbers");
        }
        return new IsotonicCurve(at.clone(), value.clone());
    }

    private static boolean isFinite(double[] values) {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    /** The curve's height; beyond its ends that of the end. */
    public double apply(double x) {
        int found = Arrays.binarySearch(at, x);
        if (found >= 0) {
            return value[found];
        }
        int above = -found - 1;
        if (above == 0 || above == at.length) {
            return value[Math.max(0, above - 1)];
        }
        double share = (x - at[above - 1]) / (at[above] - at[above - 1]);
        return value[above - 1] + share * (value[above] - value[above - 1]);
    }

    /** Where its corners are. */
    public double[] corners() {
        return at.clone();
    }

    /** How high its corners are. */
    public double[] heights() {
        return value.clone();
    }
}
