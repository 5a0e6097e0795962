package smarttravel.jobs.observations;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.money.UnitPrice;

/**
 * The latest state of one offer: its newest observation, and the last price it had when that one has none.
 *
 * @param amount its last price, absent while none was ever seen
 * @param unitUsd of that price, {@link UnitPrice#UNKNOWN} when it cannot be told
 * @param priceObservedAt when that price was seen last
 * @param observations how many observations this rests on
 */
public record LatestOffer(
        PriceObservation seen,
        String market,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        double unitUsd,
        @Nullable Instant priceObservedAt,
        Instant firstObservedAt,
        int observations) {

    /** The state after one more observation that is on time. */
    static LatestOffer after(@Nullable LatestOffer before, JudgedObservation judged) {
        PriceObservation seen = judged.seen();
        Instant first = before == null ? seen.observedAt() : before.firstObservedAt;
        int observations = before == null ? 1 : before.observations + 1;
        String market = judged.ordered().market();
        if (before != null && seen.amount() == null) {
            return new LatestOffer(
                    seen,
                    market,
                    before.amount,
                    before.currency,
                    before.unitUsd,
                    before.priceObservedAt,
                    first,
                    observations);
        }
        Instant pricedAt = seen.amount() == null ? null : seen.observedAt();
        return new LatestOffer(
                seen, market, seen.amount(), seen.currency(), UnitPrice.usd(seen), pricedAt, first, observations);
    }
}
