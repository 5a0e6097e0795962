package smarttravel.jobs.advice.learning;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import smarttravel.jobs.advice.features.Feature;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.JudgedPromises.Judged;

/**
 * How likely it is that waiting as a model says ends in some way, by what is known at the moment and what was promised:
 *
 * <pre>
 *     logit p = base + growth * ln(days / 7) + trust * f(features, promise)
 * </pre>
 *
 * <p>{@code f} is a sum of small trees, learnt with the logistic loss on past promises. Most of those were for fewer than
 * seven days. The odds of ending cheaper grow with the root of the days, as the spread of a random walk does ({@code growth}
 * is a half); those of ending dearer do not grow ({@code growth} is 0). A few past days are a few facts, however many
 * promises they hold, so the trees are trusted the less the fewer days there are.
 */
public final class Chance implements AutoCloseable {
    private static final int COLUMNS = Feature.COUNT + 1;
    private static final int ROUNDS = 40;
    private static final Map<String, Object> SMALL_TREES = Map.ofEntries(
            Map.entry("objective", "binary:logistic"),
            Map.entry("tree_method", "hist"),
            Map.entry("max_bin", 64),
            Map.entry("eta", 0.1),
            Map.entry("max_depth", 3),
            Map.entry("subsample", 0.5),
            Map.entry("colsample_bytree", 0.5),
            Map.entry("min_child_weight", 20),
            Map.entry("lambda", 20),
            Map.entry("base_score", 0.5),
            Map.entry("nthread", 1),
            Map.entry("verbosity", 0),
            Map.entry("seed", 1));

    private final Booster trees;
    private final double base;
    private final double growth;
    private final double trust;

    Chance(Booster trees, double base, double growth, double trust) {
        this.trees = trees;
        this.base = base;
        this.growth = growth;
        this.trust = trust;
    }

    /** Learns how likely it is that what was realised passes a test: 1 when it does, else 0. */
    static Chance learn(
            PriceHistory history, JudgedPromises past, double growth, double trust, ToDoubleFunction<Judged> cameTrue) {
        float[] label = floats(past.column(cameTrue));
        double ones = past.column(cameTrue).length == 0 ? 0 : sum(past.column(cameTrue));
        double rate = (ones + 1) / (label.length + 2);
        double[] offset = past.column(each -> growth * grown(each.days()));
        double base = Math.log(rate / (1 - rate)) - sum(offset) / Math.max(1, offset.length);
        float[] margin = floats(past.column(each -> base + growth * grown(each.days())));
        try {
            DMatrix matrix = matrix(i -> history.features(past.all().get(i).row()), past.column(Judged::promised));
            matrix.setLabel(label);
            matrix.setBaseMargin(margin);
            Booster trees = XGBoost.train(matrix, SMALL_TREES, ROUNDS, Map.of(), null, null);
            matrix.dispose();
            return new Chance(trees, base, growth, trust);
        } catch (XGBoostError e) {
            throw new LearningFailedException(e);
        }
    }

    /**
     * How likely it is, at rows of a history.
     *
     * @param promised savings, one per row
     * @param daysLeft to a buyer
     */
    public double[] at(PriceHistory history, int[] rows, double[] promised, int daysLeft) {
        if (rows.length == 0) {
            return new double[0];
        }
        try {
            return probabilities(matrix(i -> history.features(rows[i]), promised), daysLeft);
        } catch (XGBoostError e) {
            throw new LearningFailedException(e);
        }
    }

    /**
     * How likely it is within seven days, at some moments together: asking costs as much for one as for hundreds.
     *
     * @param features one row per moment
     * @param promised savings, one per row
     */
    public double[] at(List<float[]> features, double[] promised) {
        if (features.isEmpty()) {
            return new double[0];
        }
        try {
            return probabilities(matrix(features::get, promised), FittedQ.HORIZON_DAYS);
        } catch (XGBoostError e) {
            throw new LearningFailedException(e);
        }
    }

    private double[] probabilities(DMatrix matrix, int daysLeft) throws XGBoostError {
        float[][] leaning;
        try {
            leaning = trees.predict(matrix, true);
        } finally {
            matrix.dispose();
        }
        double[] probabilities = new double[leaning.length];
        for (int i = 0; i < leaning.length; i++) {
            probabilities[i] = 1 / (1 + Math.exp(-base - growth * grown(daysLeft) - trust * leaning[i][0]));
        }
        return probabilities;
    }

    private static DMatrix matrix(IntFunction<float[]> features, double[] promised) throws XGBoostError {
        float[] flat = new float[promised.length * COLUMNS];
        for (int i = 0; i < promised.length; i++) {
            System.arraycopy(features.apply(i), 0, flat, i * COLUMNS, Feature.COUNT);
            flat[i * COLUMNS + Feature.COUNT] = (float) promised[i];
        }
        return new DMatrix(flat, promised.length, COLUMNS, Float.NaN);
    }

    private static double grown(int days) {
        return Math.log((double) days / FittedQ.HORIZON_DAYS);
    }

    private static float[] floats(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double each : values) {
            sum += each;
        }
        return sum;
    }

    Booster trees() {
        return trees;
    }

    double base() {
        return base;
    }

    double growth() {
        return growth;
    }

    double trust() {
        return trust;
    }

    @Override
    public void close() {
        trees.dispose();
    }
}
