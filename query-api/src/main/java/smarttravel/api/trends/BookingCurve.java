package smarttravel.api.trends;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;

/** How a market's prices move as departure comes near. */
public record BookingCurve(
        String market, @Meaning("observations it rests on") long observations, List<LeadBucket> buckets) {

    /** Days before departure. */
    public record LeadBucket(
            @Meaning("fewest days before departure") int from,

            @Meaning("most days before departure; absent when open") @Nullable
            Integer to,

            long offers,

            @Meaning("100 is the offer's own median; absent under 5 offers") @Nullable
            Double index,

            String status) {

        /** The bucket that starts at so many days before departure. */
        static LeadBucket startingAt(int from, long offers, @Nullable Double index, String status) {
            int at = STARTS.indexOf(from);
            if (at < 0) {
                throw new IllegalStateException("no bucket starts at " + from + " days");
            }
            Integer to = at + 1 < STARTS.size() ? Integer.valueOf(STARTS.get(at + 1) - 1) : null;
            return new LeadBucket(from, to, offers, index, status);
        }
    }

    /** Where the buckets start, in days before departure. */
    static final List<Integer> STARTS = List.of(0, 7, 14, 21, 30, 60, 90, 180);
}
