package smarttravel.jobs.marketdays;

import java.time.Instant;
import smarttravel.jobs.drops.JudgedObservation;

/**
 * What one offer cost on one day of its market; of several prices of a day the newest stays.
 *
 * @param epochDay the UTC day it was observed on
 * @param unitUsd USD per person (and night)
 */
public record OfferDay(
        String market, long epochDay, String provider, String offerId, double unitUsd, Instant observedAt) {

    private static final long SECONDS_OF_A_DAY = 86_400;

    /** Whether an observation says what an offer costs: on time, available, and quoted in what can be compared. */
    static boolean isSaidBy(JudgedObservation judged) {
        return judged.ordered().isPriced() && !Double.isNaN(judged.ordered().unitUsd());
    }

    static OfferDay of(JudgedObservation judged) {
        Instant at = judged.seen().observedAt();
        return new OfferDay(
                judged.ordered().market(),
                Math.floorDiv(at.getEpochSecond(), SECONDS_OF_A_DAY),
                judged.seen().provider(),
                judged.seen().offerId(),
                judged.ordered().unitUsd(),
                at);
    }
}
