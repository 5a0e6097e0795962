package smarttravel.jobs.quality;

import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.money.ScaledAmount;

/**
 * What of an observation on time counts for quality.
 *
 * @param departureDay days since 1970
 * @param observedAt milliseconds since 1970
 * @param amount scaled, 0 when it is sold out
 * @param plausible false when its price was quarantined
 * @param listAmount scaled, 0 when none is claimed
 * @param fields optional fields that its kind of offer can have
 * @param filled of these, those that are said
 */
public record OfferSighting(
        String kind,
        String destination,
        String market,
        long departureDay,
        long observedAt,
        long amount,
        @Nullable String currency,
        boolean plausible,
        long listAmount,
        @Nullable Double stars,
        @Nullable Double rating,
        @Nullable Integer reviews,
        int fields,
        int filled) {
    private static final long MILLIS_OF_AN_HOUR = 3_600_000;
    private static final int HOURS = 24;

    static OfferSighting of(JudgedObservation judged) {
        PriceObservation seen = judged.seen();
        FilledFields fields = FilledFields.of(seen);
        return new OfferSighting(
                seen.kind().name(),
                seen.destination(),
                judged.ordered().market(),
                seen.departure().toEpochDay(),
                seen.observedAt().toEpochMilli(),
                judged.ordered().amount(),
                seen.currency(),
                !judged.quarantined(),
                seen.listAmount() == null ? 0 : ScaledAmount.of(seen.listAmount()),
                seen.stars(),
                seen.rating(),
                seen.reviews(),
                fields.possible(),
                fields.filled());
    }

    /** The day it was made on (UTC), since 1970. */
    long day() {
        return dayOf(observedAt);
    }

    /** The hour of that day, 0 to 23. */
    int hour() {
        return hourOf(observedAt);
    }

    static long dayOf(long millis) {
        return Math.floorDiv(millis, HOURS * MILLIS_OF_AN_HOUR);
    }

    static int hourOf(long millis) {
        return Math.floorMod(Math.floorDiv(millis, MILLIS_OF_AN_HOUR), HOURS);
    }

    /** Whether it says a price that prices are compared with. */
    boolean isPriced() {
        return amount > 0 && plausible;
    }

    boolean isOnSale() {
        return amount > 0;
    }
}
