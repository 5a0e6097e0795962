package smarttravel.jobs.advice.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import smarttravel.jobs.advice.features.Feature;

/**
 * Tries a model that comes from outside before anybody relies on it: one that fails at its first question would stop the job,
 * and again whenever the job starts anew with it.
 */
final class ModelTrial {
    /** Days since 1970 that a table can keep. */
    private static final int LAST_DAY = 65_535;

    private ModelTrial() {}

    /** Asks everything that it will ever be asked once, on rows of nothing and of zeros. */
    static void pass(TrainedModel trained) throws XGBoostError {
        require(isSane(trained), "margin, floor, days or steps make no sense");
        List<float[]> rows = new ArrayList<>();
        for (float each : new float[] {Float.NaN, 0}) {
            float[] row = new float[Feature.COUNT];
            Arrays.fill(row, each);
            rows.add(row);
        }
        double[] promised = new double[rows.size()];
        for (int daysLeft = 1; daysLeft <= FittedQ.HORIZON_DAYS; daysLeft++) {
            for (int member = 0; member < trained.model().members(); member++) {
                requireColumns(trained.model().booster(member, daysLeft), Feature.COUNT);
            }
            for (float ratio : trained.model().predict(rows, daysLeft)) {
                require(Float.isFinite(ratio), "its answer is no number");
            }
        }
        if (trained.calibration().isPresent()) {
            Calibration calibration = trained.calibration().get();
            require(isShare(calibration.trust()) && calibration.points() >= 0, "its trust is no share");
            require(Double.isFinite(calibration.expected(0.01)), "its expected saving is no number");
            for (Chance chance : List.of(calibration.cheaper(), calibration.dearer())) {
                requireColumns(chance.trees(), Feature.COUNT + 1);
                for (double likely : chance.at(rows, promised)) {
                    require(isShare(likely), "its chance is none");
                }
            }
        }
    }

    private static boolean isSane(TrainedModel trained) {
        TrainedModel.Origin origin = trained.origin();
        return Double.isFinite(trained.margin())
                && trained.margin() >= 0
                && Double.isFinite(trained.floor())
                && trained.floor() >= 0
                && origin.from().toEpochDay() >= 0
                && origin.to().toEpochDay() <= LAST_DAY
                && !origin.to().isBefore(origin.from())
                && origin.steps() >= 0;
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static void requireColumns(Booster booster, int columns) throws XGBoostError {
        long known = booster.getNumFeature();
        require(known == columns, "a booster of " + known + " columns, not " + columns);
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
