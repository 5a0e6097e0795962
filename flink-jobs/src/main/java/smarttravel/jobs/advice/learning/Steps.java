package smarttravel.jobs.advice.learning;

import java.util.Arrays;
import java.util.SplittableRandom;
import smarttravel.jobs.advice.history.PriceHistory;

/**
 * Pairs of a price and the next one of the same offer at least half a day later: what there is to learn from. No label
 * of seven days is needed, so learning starts on the second day.
 */
public final class Steps {
    /** A longer silence teaches nothing about a horizon of seven days. */
    private static final int LONGEST_DAYS = FittedQ.HORIZON_DAYS;

    private final int[] rows;
    private final int[] next;

    private Steps(int[] rows, int[] next) {
        this.rows = rows;
        this.next = next;
    }

    /**
     * Draws steps of which both ends were seen before a moment.
     *
     * @param before epoch second
     */
    public static Steps draw(PriceHistory history, long before, LearningSettings settings) {
        int[] rows = new int[history.size()];
        int[] next = new int[history.size()];
        int count = 0;
        for (int row = 0; row < history.size(); row++) {
            if (history.isSoldOut(row) || history.earlier(row) < settings.earlierPrices()) {
                continue;
            }
            int end = end(history, row);
            if (end > row && history.second(end) < before) {
                rows[count] = row;
                next[count++] = end;
            }
        }
        int[] chosen = sample(count, settings.rows(), new SplittableRandom(settings.seed() ^ before));
        return new Steps(
                Arrays.stream(chosen).map(i -> rows[i]).toArray(),
                Arrays.stream(chosen).map(i -> next[i]).toArray());
    }

    /** The first row at least half a day later, or a sold-out one before; the row itself when there is none in time. */
    private static int end(PriceHistory history, int row) {
        for (int at = row; history.hasNext(at); ) {
            at++;
            int days = history.daysBetween(row, at);
            if (days > LONGEST_DAYS) {
                return row;
            }
            if (days >= 1 || history.isSoldOut(at)) {
                return at;
            }
        }
        return row;
    }

    /** Some of {@code 0 … count - 1}, ascending, each as likely as any other. */
    private static int[] sample(int count, int most, SplittableRandom random) {
        int wanted = Math.min(count, most);
        int[] chosen = new int[wanted];
        int taken = 0;
        for (int i = 0; i < count && taken < wanted; i++) {
            if (random.nextInt(count - i) < wanted - taken) {
                chosen[taken++] = i;
            }
        }
        return chosen;
    }

    /** Where the steps start: rows of the history. */
    int[] rows() {
        return rows;
    }

    /** Where they end. */
    int[] next() {
        return next;
    }

    /** How many there are. */
    public int size() {
        return rows.length;
    }
}
