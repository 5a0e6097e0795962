package smarttravel.jobs.advice.learning;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import smarttravel.events.AdviceTerms;
import smarttravel.jobs.advice.history.PriceHistory;

/**
 * Learns {@code q_k(x)}: what a buyer who has {@code k} days left and waits once will pay in the end, as a ratio to
 * today's price, when every later decision is right. Fitted Q iteration over single steps (Ernst, Geurts and Wehenkel,
 * JMLR 2005) by backward induction: for a step of {@code g} days and ratio {@code r} to the next price,
 *
 * <pre>
 *     y = 1                          if g &gt; k (nothing more is seen in time: buys now)
 *     y = r                          if g = k, or the offer is sold out at the next look
 *     y = r * min(1, q_{k-g}(x'))    otherwise
 * </pre>
 *
 * <p>A step weighs its price, so that errors count in money.
 */
public final class FittedQ {
    /** Days a buyer may wait. */
    public static final int HORIZON_DAYS = AdviceTerms.HORIZON_DAYS;

    private static final double LEAST = 0.3;
    private static final double MOST = 3;

    private final PriceHistory history;
    private final LearningSettings settings;
    private final Steps steps;
    private final int[] fold;
    private final float[][] nextValue = new float[HORIZON_DAYS + 1][];

    private FittedQ(PriceHistory history, Steps steps, LearningSettings settings) {
        this.history = history;
        this.settings = settings;
        this.steps = steps;
        this.fold = Arrays.stream(steps.rows()).map(this::fold).toArray();
    }

    /** Learns one model. Takes seconds to minutes. */
    public static QModel learn(PriceHistory history, Steps steps, LearningSettings settings) {
        return new FittedQ(history, steps, settings).learn();
    }

    private QModel learn() {
        Lesson[] lessons = new Lesson[settings.members()];
        Booster[][] boosters = new Booster[lessons.length][HORIZON_DAYS];
        try (Workers workers = new Workers(settings.threads())) {
            workers.each(lessons.length, member -> lessons[member] = lesson(member));
            for (int daysLeft = 1; daysLeft <= HORIZON_DAYS; daysLeft++) {
                int days = daysLeft;
                float[] target = targets(days);
                float[] value = new float[steps.size()];
                nextValue[days] = value;
                workers.each(
                        lessons.length,
                        member -> boosters[member][days - 1] = teach(lessons[member], days, target, value));
            }
            workers.each(lessons.length, member -> lessons[member].dispose());
        }
        return new QModel(boosters);
    }

    /** What one member is taught by, and the ends of the steps that it judges because it is not. */
    private static final class Lesson {
        private final int member;
        private final int[] taught;
        private final int[] judged;
        private final DMatrix rows;
        private final DMatrix ends;

        Lesson(int member, int[] taught, DMatrix rows, int[] judged, DMatrix ends) {
            this.member = member;
            this.taught = taught;
            this.judged = judged;
            this.rows = rows;
            this.ends = ends;
        }

        void dispose() {
            rows.dispose();
            ends.dispose();
        }
    }

    private Lesson lesson(int member) throws XGBoostError {
        int[] taught = positions(i -> settings.members() == 1 || fold[i] != member);
        int[] judged = positions(i -> fold[i] == member);
        DMatrix rows = Rows.matrix(history, pick(steps.rows(), taught));
        rows.setWeight(weights(taught));
        return new Lesson(member, taught, rows, judged, Rows.matrix(history, pick(steps.next(), judged)));
    }

    private Booster teach(Lesson lesson, int daysLeft, float[] target, float[] value) throws XGBoostError {
        lesson.rows.setLabel(pick(target, lesson.taught));
        Booster booster = XGBoost.train(
                lesson.rows, settings.booster(lesson.member, daysLeft), settings.rounds(), Map.of(), null, null);
        if (lesson.judged.length > 0) {
            place(booster.predict(lesson.ends), lesson.judged, value);
        }
        return booster;
    }

    private float[] targets(int daysLeft) {
        float[] target = new float[steps.size()];
        for (int i = 0; i < target.length; i++) {
            int row = steps.rows()[i];
            int next = steps.next()[i];
            int days = Math.max(1, history.daysBetween(row, next));
            double ratio = Math.min(MOST, Math.max(LEAST, history.cost(next) / history.cost(row)));
            if (days > daysLeft) {
                target[i] = 1;
            } else if (days == daysLeft || history.isSoldOut(next)) {
                target[i] = (float) ratio;
            } else {
                target[i] = (float) (ratio * Math.min(1, Math.max(LEAST, nextValue[daysLeft - days][i])));
            }
        }
        return target;
    }

    private float[] weights(int[] positions) {
        double mean = IntStream.of(positions)
                .mapToDouble(i -> history.cost(steps.rows()[i]))
                .average()
                .orElse(1);
        float[] weights = new float[positions.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (history.cost(steps.rows()[positions[i]]) / mean);
        }
        return weights;
    }

    /** Routes stay together: neighbours share their noise. */
    private int fold(int row) {
        int mixed = history.routes().get(history.route(row)).hashCode() * 0x9E3779B9;
        return Math.floorMod(mixed >>> 8, settings.members());
    }

    private int[] positions(IntPredicate which) {
        return IntStream.range(0, steps.size()).filter(which).toArray();
    }

    private static int[] pick(int[] values, int[] positions) {
        return Arrays.stream(positions).map(i -> values[i]).toArray();
    }

    private static float[] pick(float[] values, int[] positions) {
        float[] picked = new float[positions.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[positions[i]];
        }
        return picked;
    }

    private static void place(float[][] predicted, int[] positions, float[] into) {
        for (int i = 0; i < positions.length; i++) {
            into[positions[i]] = predicted[i][0];
        }
    }
}
