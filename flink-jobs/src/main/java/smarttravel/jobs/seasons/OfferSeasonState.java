package smarttravel.jobs.seasons;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.drops.JudgedObservation;

/**
 * What is kept of one offer for the seasons of its market.
 *
 * @param currency of the tally; another currency starts the tally anew
 * @param observations priced observations of its whole life
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
        long lastAt) {

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
                judged.ordered().unitUsd(),
                tally.with(
                        LeadBucket.of(judged.ordered().leadDays()),
                        judged.ordered().amount()),
                before == null ? 1 : before.observations + 1,
                before == null ? at : before.firstAt,
                at);
    }

    /** The offer's part in its market's seasons. */
    OfferSeason contribution() {
        float[] curve = new float[LeadBucket.COUNT];
        boolean speaks = tally.observations() >= SeasonRule.MIN_OBSERVATIONS_FOR_CURVE;
        double median = tally.median();
        for (int bucket = 0; bucket < curve.length; bucket++) {
            curve[bucket] = speaks ? (float) (100 * tally.median(bucket) / median) : Float.NaN;
        }
        return new OfferSeason(offer, market, departureMonth, unitUsd, curve, observations, firstAt, lastAt);
    }
}
