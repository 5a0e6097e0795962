package smarttravel.jobs.advice.learning;

import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import smarttravel.jobs.advice.features.Feature;
import smarttravel.jobs.advice.history.PriceHistory;

/** Rows of features as the library's matrix. */
final class Rows {
    private Rows() {}

    /** Features of some rows of a history; a row that is sold out has none. */
    static DMatrix matrix(PriceHistory history, int[] rows) throws XGBoostError {
        float[] flat = new float[rows.length * Feature.COUNT];
        for (int i = 0; i < rows.length; i++) {
            if (!history.isSoldOut(rows[i])) {
                System.arraycopy(history.features(rows[i]), 0, flat, i * Feature.COUNT, Feature.COUNT);
            }
        }
        return new DMatrix(flat, rows.length, Feature.COUNT, Float.NaN);
    }
}
