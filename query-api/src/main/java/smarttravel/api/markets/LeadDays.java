package smarttravel.api.markets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;

/** A stretch of days before departure. */
public record LeadDays(
        @Meaning("fewest days before departure") int from,

        @Meaning("most days before departure; absent when open") @Nullable
        Integer to) {
    /** Where the stretches start, in days before departure. */
    private static final List<Integer> STARTS = List.of(0, 7, 14, 21, 30, 60, 90, 180);

    /** The stretch that starts at so many days before departure. */
    public static LeadDays startingAt(int from) {
        int at = STARTS.indexOf(from);
        if (at < 0) {
            throw new IllegalStateException("no stretch starts at " + from + " days");
        }
        return new LeadDays(from, at + 1 < STARTS.size() ? Integer.valueOf(STARTS.get(at + 1) - 1) : null);
    }
}
