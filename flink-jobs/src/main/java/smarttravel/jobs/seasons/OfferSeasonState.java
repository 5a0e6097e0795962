package smarttravel.jobs.seasons;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.drops.JudgedObservation;

/**
 * What is kept of one offer for the seasons of its market.
 *
 * @param currency of the tally; another currency starts the tally anew
 * @param unitUsd of its last price when that is in USD
 * @param observations priced observations of its whole life
 * @param foreignUnit of its last price when that is in another currency; 0 in what was saved before rates were known
 * @param fxKind the code of the rate that its provider uses, absent for the usual one
 */
public record OfferSeasonState(
        String offer,
        String market,
        int departureMonth,
        String currency,
        double unitUsd,
        PriceTally tally,
        int observations,
        long firstAt,
        long lastAt,
        double foreignUnit,
        @Nullable String fxKind) {

    private static final String USD = "USD";

    /** The state after one more price that is on time. */
    static OfferSeasonState after(@Nullable OfferSeasonState before, JudgedObservation judged) {
        PriceObservation seen = judged.seen();
        String currency = Objects.requireNonNull(seen.currency(), "a price has a currency");
        PriceTally tally = before != null && before.currency.equals(currency) ? before.tally : PriceTally.EMPTY;
        long at = seen.observedAt().toEpochMilli();
        return new OfferSeasonState(
                judged.key(),
                judged.ordered().market(),
                seen.departure().getYear() * 100 + seen.departure().getMonthValue(),
                currency,
                currency.equals(USD) ? judged.ordered().unit() : Double.NaN,
                tally.with(
                        LeadBucket.of(judged.ordered().leadDays()),
                        judged.ordered().amount()),
                before == null ? 1 : before.observations + 1,
                before == null ? at : before.firstAt,
                at,
                currency.equals(USD) ? Double.NaN : judged.ordered().unit(),
                seen.fxKind() == null ? null : seen.fxKind().code());
    }

    /** The offer's part in its market's seasons. */
    OfferSeason contribution() {
        float[] curve = new float[LeadBucket.COUNT];
        boolean speaks = tally.observations() >= SeasonRule.MIN_OBSERVATIONS_FOR_CURVE;
        double median = tally.median();
        for (int bucket = 0; bucket < curve.length; bucket++) {
            curve[bucket] = speaks ? (float) (100 * tally.median(bucket) / median) : Float.NaN;
        }
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
                0,
                0);
    }
}
