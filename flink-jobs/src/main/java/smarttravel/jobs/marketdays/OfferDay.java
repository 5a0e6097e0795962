package smarttravel.jobs.marketdays;

import java.time.Instant;
import java.time.ZoneOffset;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.money.UnitPrice;

/**
 * What one offer cost on one day of its market; of several prices of a day the newest stays.
 *
 * @param epochDay the UTC day it was observed on
 * @param unitUsd USD per person (and night)
 */
public record OfferDay(
        String market, long epochDay, String provider, String offerId, double unitUsd, Instant observedAt) {

    /** Whether an observation says what an offer costs: on time, available, and quoted in what can be compared. */
    static boolean isSaidBy(JudgedObservation judged) {
        return judged.ordered().isPriced() && !Double.isNaN(UnitPrice.usd(judged.seen()));
    }

    static OfferDay of(JudgedObservation judged) {
        Instant at = judged.seen().observedAt();
        return new OfferDay(
                judged.ordered().market(),
                at.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay(),
                judged.seen().provider(),
                judged.seen().offerId(),
                UnitPrice.usd(judged.seen()),
                at);
    }
}
