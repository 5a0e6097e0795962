package smarttravel.api.patterns;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;
import smarttravel.api.offers.Money;
import smarttravel.events.Kind;

/** Something that one offer's prices were seen doing, with the evidence. */
public record Pattern(
        PatternKind pattern,
        String provider,
        String offerId,
        Kind kind,
        String market,
        String destination,
        LocalDate departure,

        @Meaning("of one offer and pattern, this names it") Instant startedAt,

        @Meaning("a pattern that goes on is told again with a later end")
        Instant endedAt,

        @Meaning("what it rests on: falls, prices since the raise, switches, times without a price, or earlier prices")
        long observations,

        @Meaning("how large: the fall, the rise or the gap between two levels; absent for a sell-out") @Nullable
        BigDecimal percent,

        @Meaning("the price that it set out from; absent where its currency is not known") @Nullable
        Money before,

        @Meaning("the price at its height, where there is one") @Nullable
        Money between,

        @Meaning("the price that it came to; absent for a sell-out") @Nullable
        Money after,

        @Meaning("the 'before' price claimed at the end of a fake discount") @Nullable
        Money listPrice,

        @Meaning("days from its end to departure") int leadDays) {}
