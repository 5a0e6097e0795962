package smarttravel.jobs.advice.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What models promised at rows of a history, and what came of following them: what trust in a model rests on. */
public final class JudgedPromises {
    private final List<Judged> all = new ArrayList<>();

    /**
     * One promise.
     *
     * @param row of the history, where it was made
     * @param promised saving, as a share of the price, above 0
     * @param days that it was for, and that have passed
     * @param realised saving that came of waiting as the model said
     */
    record Judged(int row, double promised, int days, double realised) {}

    /** Adds a promise: see {@link Judged}. */
    public void add(int row, double promised, int days, double realised) {
        all.add(new Judged(row, promised, days, realised));
    }

    /** How many there are. */
    public int size() {
        return all.size();
    }

    List<Judged> all() {
        return all;
    }

    double[] column(ToDoubleFunction<Judged> which) {
        return all.stream().mapToDouble(which).toArray();
    }
}
