package smarttravel.jobs.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Kind;
import smarttravel.events.Market;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.money.UnitPrice;

/**
 * What is known of an offer from all its observations on time: what it is, and how it last stood.
 *
 * <p>Kind, route and departure are as the first observation stated them: they never change. The market is as the first
 * observation gave it, so that an offer is compared in one market all its life.
 *
 * @param newestAt when it was last seen
 * @param observations how many observations this rests on
 * @param amount its last price, absent while none was ever seen; a sold-out offer keeps it
 * @param unitUsd of that price when it is quoted in USD, {@link UnitPrice#UNKNOWN} when it cannot be told
 * @param priceObservedAt when that price was seen last
 * @param foreignUnit as {@code unitUsd}, of a price in another currency; 0 in what was saved before rates were known
 * @param fxKind the code of the rate that its provider uses, absent for the usual one
 */
public record OfferLife(
        Kind kind,
        @Nullable String origin,
        String destination,
        LocalDate departure,
        String market,
        Instant firstObservedAt,
        Instant newestAt,
        int observations,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        double unitUsd,
        @Nullable Instant priceObservedAt,
        double foreignUnit,
        @Nullable String fxKind) {
    private static final String USD = "USD";

    /** The life of an offer that was seen once. */
    public static OfferLife begin(PriceObservation seen) {
        return new OfferLife(
                seen.kind(),
                seen.origin(),
                seen.destination(),
                seen.departure(),
                Market.of(seen),
                seen.observedAt(),
                seen.observedAt(),
                1,
                seen.amount(),
                seen.currency(),
                unitUsd(seen),
                seen.amount() == null ? null : seen.observedAt(),
                foreignUnit(seen),
                fxKind(seen));
    }

    /** The life after one more observation, newer than all before. */
    OfferLife with(PriceObservation seen) {
        boolean isPriced = seen.amount() != null;
        return new OfferLife(
                kind,
                origin,
                destination,
                departure,
                market,
                firstObservedAt,
                seen.observedAt(),
                observations + 1,
                isPriced ? seen.amount() : amount,
                isPriced ? seen.currency() : currency,
                isPriced ? unitUsd(seen) : unitUsd,
                isPriced ? seen.observedAt() : priceObservedAt,
                isPriced ? foreignUnit(seen) : foreignUnit,
                isPriced ? fxKind(seen) : fxKind);
    }

    /** Its last price per person (and night) in {@link #currency}, {@link UnitPrice#UNKNOWN} when it cannot be told. */
    public double unit() {
        return USD.equals(currency) ? unitUsd : foreignUnit > 0 ? foreignUnit : UnitPrice.UNKNOWN;
    }

    private static double unitUsd(PriceObservation seen) {
        return USD.equals(seen.currency()) ? UnitPrice.of(seen) : UnitPrice.UNKNOWN;
    }

    private static double foreignUnit(PriceObservation seen) {
        return USD.equals(seen.currency()) ? UnitPrice.UNKNOWN : UnitPrice.of(seen);
    }

    private static @Nullable String fxKind(PriceObservation seen) {
        return seen.fxKind() == null ? null : seen.fxKind().code();
    }

    /** Whether an observation is of this offer, and not of another under the same id. */
    boolean isSameAs(PriceObservation seen) {
        return kind == seen.kind()
                && Objects.equals(origin, seen.origin())
                && destination.equals(seen.destination())
                && departure.equals(seen.departure());
    }

    /** What it is, for messages. */
    String identity() {
        return kind + " " + origin + "-" + destination + " " + departure;
    }
}
