package smarttravel.jobs.advice.policy;

import java.util.ArrayList;
import java.util.List;
import smarttravel.jobs.advice.features.Feature;

/**
 * A rule without learning: wait while the price stands clearly above something. What advice falls back to without a
 * model, and what a model must beat.
 *
 * @param against what the price is compared with
 * @param above by how much the price must exceed it, as a ratio above 1
 */
public record PriceRule(Feature against, double above) {
    private static final double[] NEIGHBOURS = {1, 1.01, 1.02, 1.03, 1.05, 1.075, 1.1, 1.15, 1.2, 1.3, 1.5};
    private static final double[] OWN = {1, 1.01, 1.02, 1.05, 1.1, 1.2, 1.3, 1.5};

    /** What is used when nothing has been tuned yet. */
    public static final PriceRule STANDARD = new PriceRule(Feature.NEAR_MEDIAN, 1.02);

    /** The rules that tuning chooses from. */
    public static List<PriceRule> candidates() {
        List<PriceRule> rules = new ArrayList<>();
        for (double each : NEIGHBOURS) {
            rules.add(new PriceRule(Feature.NEAR_MEDIAN, each));
        }
        for (double each : OWN) {
            rules.add(new PriceRule(Feature.OWN_MEDIAN, each));
            rules.add(new PriceRule(Feature.OWN_MINIMUM, each));
            rules.add(new PriceRule(Feature.OWN_UPPER_QUARTILE, each));
        }
        return rules;
    }

    /** Whether to wait. */
    public boolean waits(float[] features) {
        return against.of(features) < -Math.log(above);
    }
}
