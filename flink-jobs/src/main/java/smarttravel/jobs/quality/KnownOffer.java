package smarttravel.jobs.quality;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of an offer until it departs.
 *
 * @param departureDay days since 1970
 * @param seenAt when it was seen last, milliseconds since 1970
 * @param onSale whether it was on sale then
 * @param priceBytes its {@link PastPrices}, absent while there was no price
 */
@SuppressWarnings("ArrayRecordComponent") // state is replaced as a whole and never compared
public record KnownOffer(long departureDay, long seenAt, boolean onSale, byte @Nullable [] priceBytes) {

    /** An offer of which nothing is known. */
    static KnownOffer unseen(long departureDay) {
        return new KnownOffer(departureDay, Long.MIN_VALUE, false, null);
    }

    /** Whether a sighting is of this offer, and not of an earlier one whose id is used again. */
    boolean isOf(OfferSighting seen) {
        return departureDay == seen.departureDay();
    }

    /** Whether it was already seen then or later: what that said has been counted. */
    boolean isSeenSince(OfferSighting seen) {
        return seenAt >= seen.observedAt();
    }

    /**
     * After it was seen anew, not after its departure; counts what that says of its provider's stock.
     *
     * @param prices as {@link #pricesWith} said
     */
    KnownOffer seen(OfferSighting seen, @Nullable PastPrices prices, EvidenceCounter counter) {
        countPresence(seen, counter);
        return new KnownOffer(departureDay, seen.observedAt(), seen.isOnSale(), prices == null ? null : prices.write());
    }

    /** What is known of its prices after it was seen anew, absent while there was none; counts what that says of its provider. */
    @Nullable
    PastPrices pricesWith(OfferSighting seen, EvidenceCounter counter) {
        PastPrices prices = priceBytes == null ? null : PastPrices.read(priceBytes);
        String currency = seen.currency();
        return seen.isPriced() && currency != null ? priced(prices, seen, currency, counter) : prices;
    }

    private static PastPrices priced(
            @Nullable PastPrices prices, OfferSighting seen, String currency, EvidenceCounter counter) {
        PastPrices before = prices != null && prices.currency().equals(currency) ? prices : PastPrices.none(currency);
        PastPrices after = before.with(seen, counter);
        if (seen.listAmount() > 0 && before.isKnownIn(seen.day())) {
            counter.count(seen.day(), Evidence.CLAIMS, 1);
            counter.count(seen.day(), Evidence.HONEST, seen.listAmount() <= after.highest(seen.day()) ? 1 : 0);
        }
        return after;
    }

    /** An offer counts, on each day, by when it was seen last until then. */
    private void countPresence(OfferSighting seen, EvidenceCounter counter) {
        if (onSale) {
            long seenDay = OfferSighting.dayOf(seenAt);
            int seenHour = OfferSighting.hourOf(seenAt);
            long daysLater = seen.day() - seenDay;
            if (daysLater == 0) {
                counter.count(seenDay, Evidence.onSale(seenHour), -1);
            } else if (daysLater <= Evidence.DAYS) {
                counter.count(seenDay, Evidence.gone(seenHour, (int) daysLater), 1);
            }
            countDeparture(seenDay, seenHour, -1, counter);
        }
        if (seen.isOnSale()) {
            counter.count(seen.day(), Evidence.onSale(seen.hour()), 1);
            countDeparture(seen.day(), seen.hour(), 1, counter);
        }
    }

    private void countDeparture(long day, int hour, int count, EvidenceCounter counter) {
        long daysLater = departureDay + 1 - day;
        if (daysLater <= Evidence.DAYS) {
            counter.count(day, Evidence.gone(hour, (int) daysLater), count);
        }
    }
}
