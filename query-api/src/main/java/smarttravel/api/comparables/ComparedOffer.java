package smarttravel.api.comparables;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;
import smarttravel.api.offers.Money;
import smarttravel.events.Availability;
import smarttravel.events.Basis;
import smarttravel.events.Board;

/** One provider's offer of a holiday: what it costs, what is in it, and how fresh that is. */
public record ComparedOffer(
        String provider,
        String offerId,

        @Meaning("1 + offers that are cheaper; absent when it is sold out or its price in USD is not known") @Nullable
        Integer rank,

        @Meaning("price per person, for hotels also per night, in the comparison's currency") @Nullable
        Double pricePerPerson,

        @Meaning("the same in USD, at the rate in force when the price was seen") @Nullable
        Double pricePerPersonUsd,

        @Meaning("the price as it is quoted") @Nullable Money price,
        @Nullable Basis basis,
        @Nullable Integer occupancy,
        @Nullable Boolean taxesIncluded,
        @Nullable String name,
        @Nullable String hotel,
        @Nullable Double stars,
        @Nullable Board board,
        @Nullable String boardText,
        @Nullable Integer nights,
        @Nullable String origin,
        LocalDate departure,
        Availability availability,
        @Nullable Integer seatsLeft,

        @Meaning(
                "how sure it is that this is the same hotel, 0.8 to 1; 1 when an analyst confirmed it; absent where hotels"
                        + " don't matter")
        @Nullable
        Double matchConfidence,

        @Meaning("latest observation") Instant observedAt,
        @Meaning("seconds since then") long ageSeconds,

        @Meaning("whether the rate of the price's day was older than seven days; absent in USD") @Nullable
        Boolean fxStale,

        @Nullable String url) {}
