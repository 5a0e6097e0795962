package smarttravel.jobs.advice.backtest;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.Calibration;
import smarttravel.jobs.advice.learning.Chance;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.QModel;

/** What one model and its calibration say at every look of the requests of one day; nothing where there is no model. */
final class Foretold {
    private final PriceHistory history;
    private final Paths paths;
    private final float[][] waiting = new float[FittedQ.HORIZON_DAYS + 1][];
    private final float[][] dearer = new float[FittedQ.HORIZON_DAYS + 1][];
    private final float[] cheaper;

    private Foretold(PriceHistory history) {
        this.history = history;
        this.paths = new Paths(history);
        for (int daysLeft = 1; daysLeft <= FittedQ.HORIZON_DAYS; daysLeft++) {
            waiting[daysLeft] = filled(Float.NaN);
            dearer[daysLeft] = filled(1);
        }
        this.cheaper = filled(Float.NaN);
    }

    static Foretold of(
            PriceHistory history, @Nullable QModel model, Optional<Calibration> calibration, int[] requests) {
        Foretold foretold = new Foretold(history);
        if (model != null) {
            IntStream.rangeClosed(1, FittedQ.HORIZON_DAYS)
                    .parallel()
                    .forEach(daysLeft -> foretold.ask(model, calibration, requests, daysLeft));
        }
        return foretold;
    }

    private float[] filled(float value) {
        float[] column = new float[history.size()];
        Arrays.fill(column, value);
        return column;
    }

    private void ask(QModel model, Optional<Calibration> calibration, int[] requests, int daysLeft) {
        int[] rows = rows(requests, daysLeft);
        float[] values = model.predict(history, rows, daysLeft);
        for (int i = 0; i < rows.length; i++) {
            waiting[daysLeft][rows[i]] = values[i];
        }
        if (calibration.isPresent()) {
            int[] waits = Arrays.stream(rows)
                    .filter(row -> promised(daysLeft, row) > 0)
                    .toArray();
            place(calibration.get().dearer(), waits, daysLeft, dearer[daysLeft]);
            if (daysLeft == FittedQ.HORIZON_DAYS) {
                place(calibration.get().cheaper(), waits, daysLeft, cheaper);
            }
        }
    }

    private int[] rows(int[] requests, int daysLeft) {
        return Arrays.stream(requests)
                .flatMap(request -> IntStream.range(request, paths.last(request, FittedQ.HORIZON_DAYS, Long.MAX_VALUE))
                        .filter(row -> paths.daysLeft(request, row, FittedQ.HORIZON_DAYS) == daysLeft))
                .distinct()
                .toArray();
    }

    private void place(Chance chance, int[] rows, int daysLeft, float[] into) {
        double[] promised =
                Arrays.stream(rows).mapToDouble(row -> promised(daysLeft, row)).toArray();
        double[] likely = chance.at(history, rows, promised, daysLeft);
        for (int i = 0; i < rows.length; i++) {
            into[rows[i]] = (float) likely[i];
        }
    }

    /** The saving that waiting was said to bring; {@code NaN} without a model. */
    double promised(int daysLeft, int row) {
        return 1 - waiting[daysLeft][row];
    }

    /** The chance that waiting ends dearer; 1 without a calibration, or where nothing was promised. */
    double dearer(int daysLeft, int row) {
        return dearer[daysLeft][row];
    }

    /** The chance that waiting seven days ends cheaper; {@code NaN} without a calibration, or where nothing was promised. */
    double cheaper(int request) {
        return cheaper[request];
    }
}
