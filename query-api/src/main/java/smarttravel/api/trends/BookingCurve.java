package smarttravel.api.trends;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;
import smarttravel.api.markets.LeadDays;

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
            LeadDays days = LeadDays.startingAt(from);
            return new LeadBucket(days.from(), days.to(), offers, index, status);
        }
    }
}
