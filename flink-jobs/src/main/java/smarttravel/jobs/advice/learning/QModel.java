package smarttravel.jobs.advice.learning;

import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import smarttravel.jobs.advice.features.Feature;
import smarttravel.jobs.advice.history.PriceHistory;

/**
 * A learnt model: boosters by member and days left. The members are averaged, and so are the boosters of a day more and a
 * day less, which were asked almost the same and err apart.
 */
public final class QModel implements AutoCloseable {
    private static final int BATCH = 20_000;

    private final Booster[][] boosters;

    QModel(Booster[][] boosters) {
        this.boosters = boosters;
    }

    int members() {
        return boosters.length;
    }

    Booster booster(int member, int daysLeft) {
        return boosters[member][daysLeft - 1];
    }

    /**
     * What waiting comes to, as ratios to the rows' prices.
     *
     * @param rows priced rows of a history
     * @param daysLeft 1 to {@link FittedQ#HORIZON_DAYS}
     */
    public float[] predict(PriceHistory history, int[] rows, int daysLeft) {
        float[] values = new float[rows.length];
        try {
            for (int from = 0; from < rows.length; from += BATCH) {
                int[] part = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + BATCH));
                System.arraycopy(predict(Rows.matrix(history, part), daysLeft), 0, values, from, part.length);
            }
        } catch (XGBoostError e) {
            throw new LearningFailedException(e);
        }
        return values;
    }

    /** What waiting comes to for some rows of features. */
    public float[] predict(List<float[]> rows, int daysLeft) {
        float[] values = new float[rows.size() * Feature.COUNT];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, values, row * Feature.COUNT, Feature.COUNT);
        }
        try {
            return predict(new DMatrix(values, rows.size(), Feature.COUNT, Float.NaN), daysLeft);
        } catch (XGBoostError e) {
            throw new LearningFailedException(e);
        }
    }

    private float[] predict(DMatrix matrix, int daysLeft) throws XGBoostError {
        int least = Math.max(1, daysLeft - 1);
        int most = Math.min(FittedQ.HORIZON_DAYS, daysLeft + 1);
        int asked = boosters.length * (most - least + 1);
        try {
            float[] values = new float[(int) matrix.rowNum()];
            for (Booster[] member : boosters) {
                for (int days = least; days <= most; days++) {
                    float[][] predicted = member[days - 1].predict(matrix);
                    for (int i = 0; i < values.length; i++) {
                        values[i] += predicted[i][0] / asked;
                    }
                }
            }
            return values;
        } finally {
            matrix.dispose();
        }
    }

    @Override
    public void close() {
        for (Booster[] member : boosters) {
            for (Booster booster : member) {
                booster.dispose();
            }
        }
    }
}
