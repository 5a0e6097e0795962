package smarttravel.jobs.drops;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import smarttravel.events.FxShare;
import smarttravel.events.PriceDrop;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.fx.KnownRates;
import smarttravel.jobs.money.ScaledAmount;
import smarttravel.jobs.order.OrderedObservation;

/** The rule's drop as the event that people hear of. */
final class DropEvent {
    private DropEvent() {}

    static PriceDrop of(
            OrderedObservation ordered, PriceVerdict.Drop drop, String currency, boolean flapping, Instant baselineAt) {
        PriceObservation seen = ordered.seen();
        return new PriceDrop(
                dropId(seen),
                seen.provider(),
                seen.offerId(),
                ordered.market(),
                seen.kind(),
                seen.name(),
                seen.origin(),
                seen.destination(),
                seen.departure(),
                seen.observedAt(),
                ScaledAmount.toDecimal(ordered.amount()),
                currency,
                ScaledAmount.toDecimal(drop.baseline()),
                percentBelow(ordered.amount(), drop.baseline()),
                ScaledAmount.toDecimal(drop.previous()),
                drop.newLow(),
                drop.observations(),
                drop.days(),
                ordered.leadDays(),
                seen.url(),
                flapping,
                baselineAt,
                currency.equals("USD") ? null : FxShare.withoutRates(KnownRates.kindOf(seen), baselineAt));
    }

    private static BigDecimal percentBelow(long amount, long baseline) {
        return BigDecimal.valueOf(baseline - amount)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(baseline), 2, RoundingMode.HALF_UP);
    }

    /** The first 128 bits of SHA-256 over provider, offerId and observedAt: the same drop has the same id for ever. */
    static String dropId(PriceObservation seen) {
        String identity = seen.provider() + '\n' + seen.offerId() + '\n' + seen.observedAt();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
