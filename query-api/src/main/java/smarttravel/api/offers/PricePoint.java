package smarttravel.api.offers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;
import smarttravel.events.Availability;

/** One observation in an offer's history. */
public record PricePoint(
        Instant observedAt,
        @Nullable Money price,
        @Nullable Money listPrice,

        @Meaning("price per person, for hotels also per night, in USD") @Nullable
        Double unitUsd,

        Availability availability,
        @Nullable Integer seatsLeft,
        @Meaning("days from the observation to departure") int leadDays,

        @Meaning("came in after a newer one: stored and counted, changes no state")
        boolean late,

        @Meaning("too low to be believed at first sight: stored, not part of baselines")
        boolean quarantined,

        @Nullable String fetchId) {}
