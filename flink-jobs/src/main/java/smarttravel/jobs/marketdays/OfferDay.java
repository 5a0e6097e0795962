package smarttravel.jobs.marketdays;

import java.time.Instant;
import java.util.Objects;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.fx.KnownRates;

/**
 * What one offer cost on one day of its market; of several prices of a day the newest stays.
 *
 * @param epochDay the UTC day it was observed on
 * @param unit per person (and night), in its currency
 * @param fxKind the code of the rate that its provider uses
 */
public record OfferDay(
        String market,
        long epochDay,
        String provider,
        String offerId,
        double unit,
        String currency,
        String fxKind,
        Instant observedAt) {

    private static final long SECONDS_OF_A_DAY = 86_400;

    /** Whether an observation says what an offer costs: on time, available, and for how many is known. */
    static boolean isSaidBy(JudgedObservation judged) {
        return judged.ordered().isPriced() && !Double.isNaN(judged.ordered().unit());
    }

    static OfferDay of(JudgedObservation judged) {
        Instant at = judged.seen().observedAt();
        return new OfferDay(
                judged.ordered().market(),
                Math.floorDiv(at.getEpochSecond(), SECONDS_OF_A_DAY),
                judged.seen().provider(),
                judged.seen().offerId(),
                judged.ordered().unit(),
                Objects.requireNonNull(judged.seen().currency(), "a price has a currency"),
                judged.seen().fxKind() == null
                        ? KnownRates.USUAL_KIND
                        : judged.seen().fxKind().code(),
                at);
    }
}
