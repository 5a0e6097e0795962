package smarttravel.api.comparables;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smarttravel.api.fx.Rate;
import smarttravel.api.http.Meaning;

/** The same holiday at every provider, cheapest first. */
public record PriceComparison(
        String provider,
        String offerId,

        @Meaning("ok; insufficient when the offer can be compared with fewer than 3 others by price")
        Status status,

        @Meaning("what the hotel is called here; absent where hotels don't matter") @Nullable
        String hotel,

        @Meaning("ISO 4217: what pricePerPerson, cheapest and median are in")
        String currency,

        @Meaning("the one rate that turned every price's USD into the currency; absent for USD") @Nullable
        Rate rate,

        @Meaning("offers that can be bought and whose price in USD is known")
        long n,

        @Meaning("providers of these that are listed") long providers,

        @Meaning("1 + providers whose cheapest is cheaper than this provider's cheapest") @Nullable
        Integer providerRank,

        @Meaning("share of the others that cost more, those at the same price counted half, in percent; absent when"
                + " insufficient")
        @Nullable
        Double percentile,

        @Meaning("per person, for hotels also per night") @Nullable
        Double cheapest,

        @Nullable Double median,

        @Meaning("offers that are compared but not listed: beyond the 50 cheapest")
        long leftOut,

        List<ComparedOffer> offers) {
    /** Whether there is enough to compare. */
    public enum Status {
        OK,
        INSUFFICIENT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
