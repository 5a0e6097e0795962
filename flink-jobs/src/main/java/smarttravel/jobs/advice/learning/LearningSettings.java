package smarttravel.jobs.advice.learning;

import java.util.Map;

/**
 * How a model is learnt. The defaults were fixed before any test day was looked at.
 *
 * @param members models that are averaged; each is learnt without one part of the routes, and what a step is worth is
 *     judged by the one that has not seen its route
 * @param rounds trees of each booster
 * @param learningRate shrinks each tree
 * @param depth levels of each tree
 * @param minimumWeight the least weight of a leaf, in average rows
 * @param lambda shrinks each leaf, in average rows
 * @param rows at most so many steps are drawn
 * @param earlierPrices a step is learnt from when its offer had so many prices before
 * @param threads that learn members side by side; their number changes no figure
 * @param seed of everything that is drawn
 */
public record LearningSettings(
        int members,
        int rounds,
        double learningRate,
        int depth,
        double minimumWeight,
        double lambda,
        int rows,
        int earlierPrices,
        int threads,
        long seed) {
    public LearningSettings {
        if (members < 1 || rounds < 1 || depth < 1 || rows < 1 || threads < 1 || earlierPrices < 0) {
            throw new IllegalArgumentException("members, rounds, depth, rows and threads must be above 0");
        }
    }

    /** What is used unless something else is said, with every core. */
    public static LearningSettings standard() {
        return new LearningSettings(
                4, 60, 0.06, 6, 30, 5, 250_000, 0, Runtime.getRuntime().availableProcessors(), 1);
    }

    /** With other numbers of steps, threads and another seed. */
    public LearningSettings with(int newRows, int newThreads, long newSeed) {
        return new LearningSettings(
                members,
                rounds,
                learningRate,
                depth,
                minimumWeight,
                lambda,
                newRows,
                earlierPrices,
                newThreads,
                newSeed);
    }

    Map<String, Object> booster(int member, int daysLeft) {
        return Map.ofEntries(
                Map.entry("objective", "reg:squarederror"),
                Map.entry("tree_method", "hist"),
                Map.entry("max_bin", 128),
                Map.entry("eta", learningRate),
                Map.entry("max_depth", depth),
                Map.entry("subsample", 0.8),
                Map.entry("colsample_bytree", 0.6),
                Map.entry("min_child_weight", minimumWeight),
                Map.entry("lambda", lambda),
                Map.entry("base_score", 1.0),
                Map.entry("nthread", 1),
                Map.entry("verbosity", 0),
                Map.entry("seed", (int) (seed * 1000 + member * 10L + daysLeft)));
    }
}
