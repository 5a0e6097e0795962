package smarttravel.jobs.patterns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Kind;

/**
 * A pattern with the evidence for it. One that goes on is said again with the same start and a later end.
 *
 * @param startedAt of one offer and kind of pattern, this names it
 * @param observations what it rests on: falls, prices since the raise, switches, observations without a price, or the
 *     earlier prices that a drop was judged by
 * @param percent how large: the fall, the rise, or the gap between two levels; absent for a sell-out
 * @param levelBefore the price that it set out from
 * @param levelBetween the price at its height, absent where there is none
 * @param levelAfter the price that it came to; absent for a sell-out
 * @param listAmount the "before" price claimed at the end of a fake discount
 */
public record PricePattern(
        PatternKind pattern,
        String provider,
        String offerId,
        String market,
        Kind kind,
        String destination,
        LocalDate departure,
        Instant startedAt,
        Instant endedAt,
        int observations,
        @Nullable BigDecimal percent,
        BigDecimal levelBefore,
        @Nullable BigDecimal levelBetween,
        @Nullable BigDecimal levelAfter,
        @Nullable BigDecimal listAmount,
        @Nullable String currency,
        int leadDays) {}
