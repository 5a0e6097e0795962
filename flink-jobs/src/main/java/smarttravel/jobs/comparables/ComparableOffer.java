package smarttravel.jobs.comparables;

import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.order.OfferLife;
import smarttravel.jobs.order.OrderedObservation;

/**
 * What of an offer counts among its comparables.
 *
 * @param hotel as its provider writes it, absent when it says none
 * @param stars NaN when not said
 * @param departureDay days since 1970
 * @param unitUsd USD per person (and night, for hotels), its last one when sold out; NaN when it isn't known
 * @param available whether it could be bought when it was seen last
 * @param observations how often it was seen
 * @param observedAt when it was seen last, in milliseconds since 1970
 */
public record ComparableOffer(
        String provider,
        String offerId,
        @Nullable String hotel,
        double stars,
        long departureDay,
        double unitUsd,
        boolean available,
        int observations,
        long observedAt) {

    /** As it stands after an observation that is on time. */
    public static ComparableOffer of(OrderedObservation ordered) {
        PriceObservation seen = ordered.seen();
        OfferLife life = ordered.life();
        return new ComparableOffer(
                seen.provider(),
                seen.offerId(),
                seen.hotel(),
                seen.stars() == null ? Double.NaN : seen.stars(),
                seen.departure().toEpochDay(),
                life.unitUsd(),
                seen.amount() != null,
                life.observations(),
                seen.observedAt().toEpochMilli());
    }

    /** The offer's identity across providers. */
    public String key() {
        return provider + '/' + offerId;
    }

    /** Whether it can be ranked by price. */
    boolean isPriced() {
        return available && !Double.isNaN(unitUsd);
    }

    /** The price in ten-thousandths of a dollar: prices that differ by less are the same price. */
    long scaledPrice() {
        return Math.round(unitUsd * 10_000);
    }

    /** With the hotel as it was first stated, so that an offer stays with its peers all its life. */
    ComparableOffer at(ComparableOffer earlier) {
        return new ComparableOffer(
                provider,
                offerId,
                earlier.hotel == null ? hotel : earlier.hotel,
                earlier.hotel == null ? stars : earlier.stars,
                departureDay,
                unitUsd,
                available,
                observations,
                observedAt);
    }
}
