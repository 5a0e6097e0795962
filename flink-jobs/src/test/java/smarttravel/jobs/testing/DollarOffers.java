package smarttravel.jobs.testing;

import org.jspecify.annotations.Nullable;
import smarttravel.jobs.comparables.ComparableOffer;

/** Offers quoted in US dollars, so that a test says only what it is about. */
public final class DollarOffers {
    private DollarOffers() {}

    /** One whose price was seen when the offer was. */
    public static ComparableOffer of(
            String provider,
            String offerId,
            @Nullable String hotel,
            double stars,
            long departureDay,
            double usd,
            boolean available,
            int observations,
            long observedAt) {
        return new ComparableOffer(
                provider,
                offerId,
                hotel,
                stars,
                departureDay,
                usd,
                available,
                observations,
                observedAt,
                null,
                Double.NaN,
                null,
                observedAt);
    }
}
