package smarttravel.jobs.comparables;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.fx.KnownRates;
import smarttravel.jobs.fx.RatesInForce;
import smarttravel.jobs.money.UnitPrice;
import smarttravel.jobs.order.OfferLife;
import smarttravel.jobs.order.OrderedObservation;

/**
 * What of an offer counts among its comparables.
 *
 * @param hotel as its provider writes it, absent when it says none
 * @param stars NaN when not said
 * @param departureDay days since 1970
 * @param unitUsd USD per person (and night, for hotels), its last one when sold out; NaN when it isn't known, or not yet
 *     converted
 * @param available whether it could be bought when it was seen last
 * @param observations how often it was seen
 * @param observedAt when it was seen last, in milliseconds since 1970
 * @param currency of its last price; absent in what was saved before other currencies were compared, and then it is USD
 * @param foreignUnit as {@code unitUsd}, in another currency
 * @param fxKind the code of the rate that its provider uses, absent for the usual one
 * @param pricedAt when that price was seen, in milliseconds since 1970
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
        long observedAt,
        @Nullable String currency,
        double foreignUnit,
        @Nullable String fxKind,
        long pricedAt) {
    private static final String USD = "USD";
    private static final long MILLIS_OF_A_DAY = 86_400_000;

    /** As it stands after an observation that is on time. */
    public static ComparableOffer of(OrderedObservation ordered) {
        PriceObservation seen = ordered.seen();
        OfferLife life = ordered.life();
        Instant pricedAt = life.priceObservedAt() == null ? seen.observedAt() : life.priceObservedAt();
        return new ComparableOffer(
                seen.provider(),
                seen.offerId(),
                seen.hotel(),
                seen.stars() == null ? Double.NaN : seen.stars(),
                seen.departure().toEpochDay(),
                life.unitUsd(),
                seen.amount() != null,
                life.observations(),
                seen.observedAt().toEpochMilli(),
                life.currency(),
                life.foreignUnit(),
                life.fxKind(),
                pricedAt.toEpochMilli());
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

    /** Whether its dollars depend on a rate. */
    boolean isForeign() {
        return currency != null && !currency.equals(USD);
    }

    /** The code of the rate that it depends on. */
    String rateKind() {
        return fxKind == null ? KnownRates.USUAL_KIND : fxKind;
    }

    /** The day (UTC) whose rate it depends on. */
    int priceDay() {
        return (int) Math.floorDiv(pricedAt, MILLIS_OF_A_DAY);
    }

    /** With its price in USD at the rate in force when it was seen, unknown when there was none. */
    ComparableOffer inUsd(RatesInForce rates) throws Exception {
        if (currency == null || !isForeign()) {
            return this;
        }
        return priced(foreignUnit > 0 ? foreignUnit * rates.usd(currency, fxKind, priceDay()) : UnitPrice.UNKNOWN);
    }

    private ComparableOffer priced(double usd) {
        return with(hotel, stars, usd);
    }

    /** With the hotel as it was first stated, so that an offer stays with its peers all its life. */
    ComparableOffer at(ComparableOffer earlier) {
        return earlier.hotel == null ? this : with(earlier.hotel, earlier.stars, unitUsd);
    }

    private ComparableOffer with(@Nullable String otherHotel, double otherStars, double usd) {
        return new ComparableOffer(
                provider,
                offerId,
                otherHotel,
                otherStars,
                departureDay,
                usd,
                available,
                observations,
                observedAt,
                currency,
                foreignUnit,
                fxKind,
                pricedAt);
    }
}
