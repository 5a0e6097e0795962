package smarttravel.api.drops;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;
import smarttravel.api.offers.Money;
import smarttravel.events.Kind;

/** A price well below the offer's own recent past, with the evidence it was judged on. */
public record Drop(
        @Meaning("the same drop always has the same id") String dropId,
        String provider,
        String offerId,
        Kind kind,
        String market,
        @Nullable String name,
        @Nullable String origin,
        String destination,
        LocalDate departure,
        Instant observedAt,
        Money price,

        @Meaning("time-weighted median of the offer's price over the fourteen days before")
        Money baseline,

        @Meaning("how far the price lies below the baseline, in percent")
        BigDecimal percent,

        @Meaning("the price in force just before") Money previousPrice,
        @Meaning("below every earlier price of the offer") boolean newLow,

        @Meaning("the offer alternates between two fares: such a drop raises no alarm")
        boolean flapping,

        @Meaning("earlier prices the judgement rests on") long trackedObservations,
        @Meaning("whole days since the first of them") long trackedDays,
        @Meaning("days from the observation to departure") int leadDays,
        @Nullable String url,

        @Meaning("what the exchange rate did since the baseline held; absent for prices in USD") @Nullable
        DropFx fx) {}
