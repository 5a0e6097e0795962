package smarttravel.jobs.drops;

import java.util.Arrays;

/**
 * What is kept of one offer's prices: the steps of its price over the rule's window and a few sums over its whole life.
 *
 * <p>Bounded: equal prices in a row are one step, steps that ended before the window are forgotten, and of more than
 * {@link #MAX_STEPS} the oldest are. So the baseline is exact for an offer that changes its price less often than every
 * 51 minutes for two weeks, and rests on the last {@link #MAX_STEPS} prices of one that changes more often.
 *
 * @param currency of every price in it; another currency starts a new state
 * @param since when each step began, epoch milliseconds, ascending
 * @param price the scaled price of each step
 * @param observations prices seen, quarantined ones not counted
 * @param firstAt when the first of them was seen
 * @param lowest the lowest of them
 * @param armed whether a drop may fire
 * @param firedAt the price that fired last, 0 when armed
 * @param suspected whether the observation just before was set aside
 */
@SuppressWarnings("ArrayRecordComponent") // state is replaced as a whole and never compared
public record OfferPriceState(
        String currency,
        long[] since,
        long[] price,
        int observations,
        long firstAt,
        long lowest,
        boolean armed,
        long firedAt,
        boolean suspected) {

    /** The most steps that are kept. */
    public static final int MAX_STEPS = 400;

    /** An offer of which nothing is known yet. */
    static OfferPriceState empty(String currency) {
        return new OfferPriceState(currency, new long[0], new long[0], 0, 0, Long.MAX_VALUE, true, 0, false);
    }

    /** The price in force. */
    long latest() {
        return price[price.length - 1];
    }

    OfferPriceState armedAgain() {
        return new OfferPriceState(currency, since, price, observations, firstAt, lowest, true, 0, suspected);
    }

    OfferPriceState fired(long amount) {
        return new OfferPriceState(currency, since, price, observations, firstAt, lowest, false, amount, suspected);
    }

    OfferPriceState withSuspicion(boolean now) {
        if (now == suspected) {
            return this;
        }
        return new OfferPriceState(currency, since, price, observations, firstAt, lowest, armed, firedAt, now);
    }

    /**
     * With one more price, and without what ended before the window.
     *
     * @param windowStart epoch milliseconds
     */
    OfferPriceState with(long at, long amount, long windowStart) {
        int forgotten = 0;
        while (forgotten + 1 < since.length && since[forgotten + 1] <= windowStart) {
            forgotten++;
        }
        boolean changed = price.length == 0 || latest() != amount;
        forgotten = Math.max(forgotten, since.length + (changed ? 1 : 0) - MAX_STEPS);
        return new OfferPriceState(
                currency,
                appended(since, forgotten, changed, at),
                appended(price, forgotten, changed, amount),
                observations + 1,
                observations == 0 ? at : firstAt,
                Math.min(lowest, amount),
                armed,
                firedAt,
                suspected);
    }

    private static long[] appended(long[] values, int forgotten, boolean changed, long value) {
        if (forgotten == 0 && !changed) {
            return values;
        }
        long[] next = Arrays.copyOfRange(values, forgotten, values.length + (changed ? 1 : 0));
        if (changed) {
            next[next.length - 1] = value;
        }
        return next;
    }
}
