package smarttravel.jobs.seasons;

import org.jspecify.annotations.Nullable;
import smarttravel.jobs.fx.DatedRate;
import smarttravel.jobs.fx.KnownRates;
import smarttravel.jobs.fx.RatesInForce;

/**
 * One offer's part in the seasons of its market.
 *
 * @param departureMonth year * 100 + month
 * @param unitUsd its latest price when it is quoted in USD, else NaN
 * @param curve per lead bucket, 100 x median price in it / median of all the offer's prices; NaN where there is none
 * @param observations prices this rests on
 * @param currency of its latest price; absent in what was saved before rates were known, and then it is USD
 * @param foreignUnit its latest price in another currency
 * @param fxKind the code of the rate that its provider uses, absent for the usual one
 * @param forgotten prices it had before its own state was forgotten
 * @param forgottenFirstAt when the first of those was seen
 */
@SuppressWarnings("ArrayRecordComponent") // carried from offer to market, never compared
public record OfferSeason(
        String offer,
        String market,
        int departureMonth,
        double unitUsd,
        float[] curve,
        int observations,
        long firstAt,
        long lastAt,
        @Nullable String currency,
        double foreignUnit,
        @Nullable String fxKind,
        int forgotten,
        long forgottenFirstAt) {
    private static final int SECONDS_OF_A_DAY = 86_400;

    /** Prices it has had in all. */
    int allObservations() {
        return observations + forgotten;
    }

    /** When the first of them was seen. */
    long seenSince() {
        return forgotten == 0 ? firstAt : forgottenFirstAt;
    }

    /** With what was known of it before, which may be of a life that is forgotten by now. */
    OfferSeason after(OfferSeason known) {
        if (firstAt > known.lastAt) {
            return with(known.allObservations(), known.seenSince());
        }
        if (firstAt == known.firstAt) {
            return with(known.forgotten, known.forgottenFirstAt);
        }
        // the lives overlap, as when a part of a history is loaded again: all that was known stays counted
        int more = Math.max(0, known.allObservations() - observations);
        return with(more, Math.min(firstAt, known.seenSince()));
    }

    private OfferSeason with(int earlier, long earlierFirstAt) {
        return new OfferSeason(
                offer,
                market,
                departureMonth,
                unitUsd,
                curve,
                observations,
                firstAt,
                lastAt,
                currency,
                foreignUnit,
                fxKind,
                earlier,
                earlierFirstAt);
    }

    /** Its latest price in USD at the rate in force when it was seen, NaN when that is not known. */
    double usd(RatesInForce rates) throws Exception {
        if (currency == null || currency.equals("USD")) {
            return unitUsd;
        }
        int day = (int) Math.floorDiv(lastAt / 1_000, SECONDS_OF_A_DAY);
        return foreignUnit > 0 ? foreignUnit * rates.usd(currency, fxKind, day) : Double.NaN;
    }

    /** Whether a rate changes what it says. */
    boolean dependsOn(DatedRate rate) {
        return rate.currency().equals(currency)
                && rate.kind().equals(fxKind == null ? KnownRates.USUAL_KIND : fxKind)
                && (long) rate.day() * SECONDS_OF_A_DAY * 1_000 <= lastAt;
    }
}
