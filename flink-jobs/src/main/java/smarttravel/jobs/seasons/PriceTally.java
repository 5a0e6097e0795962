package smarttravel.jobs.seasons;

import java.util.Arrays;

/**
 * How often an offer was seen at which price in which lead bucket: enough for medians, and bounded.
 *
 * <p>Exact up to {@link #MAX_ENTRIES} different prices. Beyond, prices are rounded to a geometric grid of 0.5 %, doubled
 * each time that is not enough: a median then is within half a grid step of the exact one. That is 0.5 % at most for an
 * offer whose price is another every day of a year; only a price that is another every hour and spreads over multiples of
 * itself becomes coarser.
 *
 * @param bucket lead bucket of each entry
 * @param price scaled price of each entry; entries are ascending by price, then bucket
 * @param count observations of each entry
 * @param grid relative width of the grid that prices are rounded to, 0 while they are exact
 */
@SuppressWarnings("ArrayRecordComponent") // state is replaced as a whole and never compared
public record PriceTally(int[] bucket, long[] price, int[] count, double grid) {
    static final int MAX_ENTRIES = 256;
    static final PriceTally EMPTY = new PriceTally(new int[0], new long[0], new int[0], 0);

    private static final double FIRST_GRID = 0.005;
    private static final int ALL_BUCKETS = Integer.MIN_VALUE;

    /** With one more observation. */
    PriceTally with(int inBucket, long amount) {
        return withRounded(inBucket, rounded(amount, grid), 1);
    }

    private PriceTally withRounded(int inBucket, long amount, int times) {
        int at = 0;
        while (at < price.length && (price[at] < amount || (price[at] == amount && bucket[at] < inBucket))) {
            at++;
        }
        if (at < price.length && price[at] == amount && bucket[at] == inBucket) {
            int[] counts = count.clone();
            counts[at] += times;
            return new PriceTally(bucket, price, counts, grid);
        }
        PriceTally grown = new PriceTally(
                inserted(bucket, at, inBucket), inserted(price, at, amount), inserted(count, at, times), grid);
        return grown.price.length <= MAX_ENTRIES ? grown : grown.coarser();
    }

    private PriceTally coarser() {
        PriceTally coarse = new PriceTally(new int[0], new long[0], new int[0], grid == 0 ? FIRST_GRID : 2 * grid);
        for (int i = 0; i < price.length; i++) {
            coarse = coarse.withRounded(bucket[i], rounded(price[i], coarse.grid), count[i]);
        }
        return coarse;
    }

    /** The middle of the grid's cell. Two cells make one of the next grid, so rounding again adds no error of its own. */
    private static long rounded(long amount, double grid) {
        if (grid == 0) {
            return amount;
        }
        double cell = Math.floor(StrictMath.log((double) amount) / grid);
        return Math.round(StrictMath.exp((cell + 0.5) * grid));
    }

    /** Observations counted. */
    int observations() {
        int sum = 0;
        for (int times : count) {
            sum += times;
        }
        return sum;
    }

    /** The median of all prices. There must be one. */
    double median() {
        return median(ALL_BUCKETS);
    }

    /** The median of the prices in one bucket, NaN when there are none. */
    double median(int inBucket) {
        long total = 0;
        for (int i = 0; i < price.length; i++) {
            total += belongs(i, inBucket) ? count[i] : 0;
        }
        if (total == 0) {
            return Double.NaN;
        }
        return (nth(inBucket, (total - 1) / 2) + nth(inBucket, total / 2)) / 2.0;
    }

    private long nth(int inBucket, long rank) {
        long passed = 0;
        for (int i = 0; i < price.length; i++) {
            passed += belongs(i, inBucket) ? count[i] : 0;
            if (passed > rank) {
                return price[i];
            }
        }
        throw new IllegalStateException("rank " + rank + " lies beyond " + passed + " prices");
    }

    private boolean belongs(int entry, int inBucket) {
        return inBucket == ALL_BUCKETS || bucket[entry] == inBucket;
    }

    private static int[] inserted(int[] values, int at, int value) {
        int[] next = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(values, at, next, at + 1, values.length - at);
        next[at] = value;
        return next;
    }

    private static long[] inserted(long[] values, int at, long value) {
        long[] next = Arrays.copyOf(values, values.length + 1);
        System.arraycopy(values, at, next, at + 1, values.length - at);
        next[at] = value;
        return next;
    }
}
