package smarttravel.jobs.drops;

import java.util.Arrays;

/** The time-weighted median of a step function: each price weighs the time it was in force. */
final class Baseline {
    /** Bits that hold a step's index beside its price while sorting: 512 steps, more than are ever kept. */
    private static final int INDEX_BITS = 9;

    private Baseline() {}

    /**
     * The smallest price whose cumulated weight reaches half of the total, over [from, to).
     *
     * @param state at least one step, the first of which began before {@code to}
     * @param from epoch milliseconds; a step that began before counts from here
     * @param to epoch milliseconds; the last step weighs until here
     */
    static long of(OfferPriceState state, long from, long to) {
        long[] since = state.since();
        long total = to - Math.max(since[0], from);
        long reached = 0;
        for (long step : stepsByPrice(state.price())) {
            int index = (int) (step & ((1 << INDEX_BITS) - 1));
            long end = index + 1 < since.length ? since[index + 1] : to;
            reached += Math.max(0, end - Math.max(since[index], from));
            if (2 * reached >= total && reached > 0) {
                return step >> INDEX_BITS;
            }
        }
        throw new IllegalStateException("the steps' weights do not reach half of " + total);
    }

    /**
     * Since when a baseline's price held: the start of the latest step that cost it.
     *
     * @param from epoch milliseconds; a step that began before counts from here
     * @param baseline one of the steps' prices
     */
    static long heldSince(OfferPriceState state, long from, long baseline) {
        for (int step = state.price().length - 1; step >= 0; step--) {
            if (state.price()[step] == baseline) {
                return Math.max(from, state.since()[step]);
            }
        }
        throw new IllegalArgumentException("no step cost " + baseline);
    }

    /** Each step as price and index in one number, in the order of price: a scaled price has at most 50 bits. */
    private static long[] stepsByPrice(long[] price) {
        long[] steps = new long[price.length];
        for (int i = 0; i < price.length; i++) {
            steps[i] = price[i] << INDEX_BITS | i;
        }
        Arrays.sort(steps);
        return steps;
    }
}
