package smarttravel.jobs.fx;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rates of one currency and kind in one year, as they are kept in state.
 *
 * @param days epoch days, ascending
 * @param usd US dollars per unit from each of them on
 */
@SuppressWarnings("ArrayRecordComponent") // state is replaced as a whole and never compared
public record RateYear(int[] days, double[] usd) {
    /** The year with one more rate, or another one for a day that it has. */
    static RateYear with(@Nullable RateYear before, int day, double rate) {
        if (before == null) {
            return new RateYear(new int[] {day}, new double[] {rate});
        }
        int place = Arrays.binarySearch(before.days, day);
        if (place >= 0) {
            double[] usd = before.usd.clone();
            usd[place] = rate;
            return new RateYear(before.days, usd);
        }
        int at = -place - 1;
        int[] days = Arrays.copyOf(before.days, before.days.length + 1);
        double[] usd = Arrays.copyOf(before.usd, before.usd.length + 1);
        System.arraycopy(before.days, at, days, at + 1, before.days.length - at);
        System.arraycopy(before.usd, at, usd, at + 1, before.usd.length - at);
        days[at] = day;
        usd[at] = rate;
        return new RateYear(days, usd);
    }

    /** The place of the latest rate at or before a day; negative when all are later. */
    int placeAsOf(int day) {
        int place = Arrays.binarySearch(days, day);
        return place >= 0 ? place : -place - 2;
    }
}
