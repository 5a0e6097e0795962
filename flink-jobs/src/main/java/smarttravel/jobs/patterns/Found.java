package smarttravel.jobs.patterns;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceDrop;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.flapping.FlappingState;
import smarttravel.jobs.money.ScaledAmount;

/** What the rule found, with its evidence, as a row that people read. */
final class Found {
    private Found() {}

    /** When an observation was made, epoch milliseconds. */
    static long at(JudgedObservation judged) {
        return judged.seen().observedAt().toEpochMilli();
    }

    static PricePattern slide(JudgedObservation judged, Slide slide) {
        long amount = judged.ordered().amount();
        return pattern(
                PatternKind.SLIDE,
                judged,
                slide.firstAt(),
                slide.falls(),
                percent(slide.from() - amount, slide.from()),
                slide.from(),
                0);
    }

    static PricePattern spike(JudgedObservation judged, Raise raise) {
        return pattern(
                PatternKind.SPIKE_AND_RETURN,
                judged,
                raise.at(),
                raise.observations(),
                percent(raise.peak() - raise.from(), raise.from()),
                raise.from(),
                raise.peak());
    }

    static PricePattern fakeDiscount(JudgedObservation judged, Raise raise) {
        return pattern(
                PatternKind.FAKE_DISCOUNT,
                judged,
                raise.at(),
                raise.observations(),
                percent(raise.peak() - raise.from(), raise.from()),
                raise.from(),
                raise.peak());
    }

    static PricePattern lastMinuteSale(JudgedObservation judged, PriceDrop drop) {
        return pattern(
                PatternKind.LAST_MINUTE_SALE,
                judged,
                at(judged),
                drop.trackedObservations(),
                drop.percent(),
                ScaledAmount.of(drop.baseline()),
                0);
    }

    static PricePattern sellOut(JudgedObservation judged, Absence absence) {
        return pattern(
                PatternKind.SELL_OUT, judged, absence.since(), absence.observations(), null, judged.previous(), 0);
    }

    static PricePattern flapping(JudgedObservation judged, FlappingState pair) {
        long low = Math.min(pair.here(), pair.there());
        return pattern(
                PatternKind.FLAPPING,
                judged,
                pair.firstAt(),
                pair.switches(),
                percent(Math.abs(pair.here() - pair.there()), low),
                pair.there(),
                0);
    }

    /** @param between scaled, 0 for none */
    private static PricePattern pattern(
            PatternKind kind,
            JudgedObservation judged,
            long startedAt,
            int observations,
            @Nullable BigDecimal percent,
            long before,
            long between) {
        PriceObservation seen = judged.seen();
        return new PricePattern(
                kind,
                seen.provider(),
                seen.offerId(),
                judged.ordered().market(),
                seen.kind(),
                seen.destination(),
                seen.departure(),
                Instant.ofEpochMilli(startedAt),
                seen.observedAt(),
                observations,
                percent,
                ScaledAmount.toDecimal(before),
                between == 0 ? null : ScaledAmount.toDecimal(between),
                judged.ordered().isPriced()
                        ? ScaledAmount.toDecimal(judged.ordered().amount())
                        : null,
                kind == PatternKind.FAKE_DISCOUNT ? seen.listAmount() : null,
                seen.currency(),
                judged.ordered().leadDays());
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
