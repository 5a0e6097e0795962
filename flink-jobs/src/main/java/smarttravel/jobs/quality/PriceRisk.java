package smarttravel.jobs.quality;

import java.util.Arrays;
import smarttravel.jobs.money.Medians;

/**
 * How steady an offer's price was.
 *
 * @param score 100 for one that never moved, NaN when too few prices are known
 * @param prices how many it rests on
 */
public record PriceRisk(double score, int prices) {
    /** Fewer prices say nothing. */
    static final int LEAST_PRICES = 5;

    /** Interquartile range over median at which the risk is complete. */
    private static final double WIDEST_SPREAD = 0.5;

    /** 100 less the interquartile range over the median, as a share of {@link #WIDEST_SPREAD}. */
    static PriceRisk of(long[] prices) {
        if (prices.length < LEAST_PRICES) {
            return new PriceRisk(Double.NaN, prices.length);
        }
        double[] sorted = Arrays.stream(prices).asDoubleStream().sorted().toArray();
        double range = Medians.quantileOfSorted(sorted, 0.75) - Medians.quantileOfSorted(sorted, 0.25);
        double spread = range / Medians.ofSorted(sorted);
        return new PriceRisk(100 * (1 - Math.min(1, spread / WIDEST_SPREAD)), prices.length);
    }
}
