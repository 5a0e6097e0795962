package smarttravel.jobs.observations;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.money.UnitPrice;

/**
 * What is kept of an offer beside its newest observation, up to and with that one.
 *
 * @param amount its last price, absent while none was ever seen; a sold-out offer keeps it
 * @param unitUsd of that price, {@link UnitPrice#UNKNOWN} when it cannot be told
 * @param priceObservedAt when that price was seen last
 * @param observations how many observations this rests on
 */
public record OfferPast(
        @Nullable BigDecimal amount,
        @Nullable String currency,
        double unitUsd,
        @Nullable Instant priceObservedAt,
        Instant firstObservedAt,
        int observations) {

    /** The past after one more observation that is on time. */
    static OfferPast after(@Nullable OfferPast before, JudgedObservation judged) {
        PriceObservation seen = judged.seen();
        Instant first = before == null ? seen.observedAt() : before.firstObservedAt;
        int observations = before == null ? 1 : before.observations + 1;
        if (seen.amount() != null) {
            return new OfferPast(
                    seen.amount(), seen.currency(), judged.ordered().unitUsd(), seen.observedAt(), first, observations);
        }
        return before == null
                ? new OfferPast(null, seen.currency(), UnitPrice.UNKNOWN, null, first, observations)
                : new OfferPast(
                        before.amount, before.currency, before.unitUsd, before.priceObservedAt, first, observations);
    }
}
