package smarttravel.api.comparables;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;
import smarttravel.events.HotelDecision.Verdict;

/** An analyst's last word on whether two listings are one hotel. */
public record Decision(
        @Meaning("IATA code of where both are") String place,
        Listing one,
        Listing other,

        @Meaning("CONFIRMED: one hotel; SPLIT: two; WITHDRAWN: their names decide again")
        Verdict verdict,

        String decidedBy,
        Instant decidedAt,
        @Nullable String note) {

    /** A hotel as one provider lists it. */
    public record Listing(String provider, String hotel) {}
}
