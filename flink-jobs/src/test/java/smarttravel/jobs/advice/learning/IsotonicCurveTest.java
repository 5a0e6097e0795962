package smarttravel.jobs.advice.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IsotonicCurveTest {

    @Test
    void pointsThatRiseAreLeftAlone() {
        IsotonicCurve curve = IsotonicCurve.fit(new double[] {3, 1, 2}, new double[] {9, 1, 4});

        assertThat(curve.corners()).containsExactly(1, 2, 3);
        assertThat(curve.heights()).containsExactly(1, 4, 9);
        assertThat(curve.apply(1.5)).isEqualTo(2.5);
    }

    @Test
    void pointsThatFallArePooledToTheirMean() {
        IsotonicCurve curve = IsotonicCurve.fit(new double[] {1, 2, 3, 4}, new double[] {1, 6, 2, 7});

        assertThat(curve.corners()).containsExactly(1, 2.5, 4);
        assertThat(curve.heights()).containsExactly(1, 4, 7);
    }

    @Test
    void beyondItsEndsTheCurveIsLevel() {
        IsotonicCurve curve = IsotonicCurve.fit(new double[] {1, 2}, new double[] {5, 6});

        assertThat(curve.apply(-10)).isEqualTo(5);
        assertThat(curve.apply(10)).isEqualTo(6);
    }

    /** Minimax formula of isotonic regression: the height at i is the maximum over starts of the minimum over ends. */
    @Test
    void itIsTheLeastSquaresFitAmongRisingCurves() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = new double[40];
        double[] y = new double[40];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = 0.1 * i + random.nextDouble() * 3;
        }

        IsotonicCurve curve = IsotonicCurve.fit(x, y);

        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            mean += y[i] / x.length;
        }
        double pooled = 0;
        for (int i = 0; i < curve.corners().length; i++) {
            assertThat(curve.heights()[i]).isCloseTo(minimax(y, (int) Math.round(curve.corners()[i])), within(1e-9));
            pooled = Math.max(pooled, curve.heights()[i]);
        }
        assertThat(pooled).isGreaterThan(mean);
    }

    private static double minimax(double[] y, int at) {
        double most = -1e9;
        for (int start = 0; start <= at; start++) {
            double least = 1e9;
            for (int end = at; end < y.length; end++) {
                double sum = 0;
                for (int i = start; i <= end; i++) {
                    sum += y[i];
                }
                least = Math.min(least, sum / (end - start + 1));
            }
            most = Math.max(most, least);
        }
        return most;
    }
}
