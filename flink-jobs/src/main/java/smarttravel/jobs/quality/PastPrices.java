package smarttravel.jobs.quality;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import smarttravel.jobs.bytes.WholeNumbers;

/**
 * What is kept of an offer's plausible prices in one currency: the last ones, the highest of a month, and the changes that may
 * still be undone. A change of currency starts anew.
 *
 * <p>Bounded: {@link #MOST_PRICES} prices, a high for each of at most {@link #MONTH} + 1 days (only those that no later day
 * exceeds), {@link #MOST_CHANGES} changes. Of more changes in two days the oldest counts as kept.
 *
 * @param last the last prices, the newest at the end; scaled
 * @param lastDay the day of the newest
 * @param highDays days since 1970 of {@code highs}, ascending
 * @param highs the highest price of that day and all later ones, falling
 * @param changedAt when the changes were seen that may be undone, ascending
 * @param changedFrom the price before each
 */
@SuppressWarnings("ArrayRecordComponent") // replaced as a whole and never compared
record PastPrices(
        String currency,
        long[] last,
        long lastDay,
        long[] highDays,
        long[] highs,
        long[] changedAt,
        long[] changedFrom) {
    /** Prices that the quartiles rest on. */
    static final int MOST_PRICES = 20;
    /** Days before today whose prices a list price may claim. */
    static final int MONTH = 30;

    private static final int MOST_CHANGES = 16;
    private static final long TWO_DAYS_MILLIS = 2 * 86_400_000L;
    private static final int FORMAT = 1;
    private static final long[] NONE = {};

    static PastPrices none(String currency) {
        return new PastPrices(currency, NONE, Long.MIN_VALUE / 2, NONE, NONE, NONE, NONE);
    }

    /** As few bytes: what a checkpoint holds of it. Nothing is rounded. */
    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 2 * last.length);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(currency);
            for (long[] numbers : List.of(last, new long[] {lastDay}, highDays, highs, changedAt, changedFrom)) {
                WholeNumbers.writeSteps(out, numbers);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #write} wrote. */
    static PastPrices read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORMAT) {
                throw new IOException("these prices were written by a later version");
            }
            return new PastPrices(
                    in.readUTF(),
                    WholeNumbers.readSteps(in),
                    WholeNumbers.readSteps(in)[0],
                    WholeNumbers.readSteps(in),
                    WholeNumbers.readSteps(in),
                    WholeNumbers.readSteps(in),
                    WholeNumbers.readSteps(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a price on the day or in the {@link #MONTH} days before. */
    boolean isKnownIn(long day) {
        return lastDay >= day - MONTH;
    }

    /** The highest price of the day and the {@link #MONTH} days before, 0 when there is none. */
    long highest(long day) {
        for (int i = 0; i < highs.length; i++) {
            if (highDays[i] >= day - MONTH) {
                return highs[i];
            }
        }
        return 0;
    }

    /** With one price more; counts changes on the day after next, when all are decided. */
    PastPrices with(OfferSighting seen, EvidenceCounter counter) {
        long price = seen.amount();
        PastPrices next = withoutUndone(price, seen.observedAt(), counter);
        if (last.length > 0 && last[last.length - 1] != price) {
            long decided = dayOf(seen.observedAt()) + 2;
            counter.count(decided, Evidence.CHANGES, 1);
            counter.count(decided, Evidence.KEPT, 1);
            next = next.withChange(seen.observedAt(), last[last.length - 1]);
        }
        return next.withHigh(seen.day(), price);
    }

    private PastPrices withoutUndone(long price, long at, EvidenceCounter counter) {
        int kept = 0;
        long[] times = new long[changedAt.length];
        long[] prices = new long[changedAt.length];
        for (int i = 0; i < changedAt.length; i++) {
            boolean isOpen = at - changedAt[i] <= TWO_DAYS_MILLIS;
            if (isOpen && changedFrom[i] == price) {
                counter.count(dayOf(changedAt[i]) + 2, Evidence.KEPT, -1);
            } else if (isOpen) {
                times[kept] = changedAt[i];
                prices[kept++] = changedFrom[i];
            }
        }
        return new PastPrices(
                currency, last, lastDay, highDays, highs, Arrays.copyOf(times, kept), Arrays.copyOf(prices, kept));
    }

    private PastPrices withChange(long at, long from) {
        return new PastPrices(
                currency,
                last,
                lastDay,
                highDays,
                highs,
                appended(changedAt, at, MOST_CHANGES),
                appended(changedFrom, from, MOST_CHANGES));
    }

    private PastPrices withHigh(long day, long price) {
        int first = 0;
        while (first < highs.length && highDays[first] < day - MONTH) {
            first++;
        }
        int end = highs.length;
        while (end > first && highs[end - 1] < price) {
            end--;
        }
        boolean isHigher = end == first || highDays[end - 1] != day;
        long[] days = Arrays.copyOfRange(highDays, first, end);
        long[] tops = Arrays.copyOfRange(highs, first, end);
        return new PastPrices(
                currency,
                appended(last, price, MOST_PRICES),
                day,
                isHigher ? appended(days, day, MONTH + 1) : days,
                isHigher ? appended(tops, price, MONTH + 1) : tops,
                changedAt,
                changedFrom);
    }

    private static long[] appended(long[] values, long value, int most) {
        int first = Math.max(0, values.length + 1 - most);
        long[] next = Arrays.copyOfRange(values, first, values.length + 1);
        next[next.length - 1] = value;
        return next;
    }

    private static long dayOf(long millis) {
        return Math.floorDiv(millis, 86_400_000L);
    }
}
