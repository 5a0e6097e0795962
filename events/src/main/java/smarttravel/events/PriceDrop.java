package smarttravel.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A price well below the offer's own recent past, with the evidence it was judged on.
 *
 * @param dropId hash of provider, offerId and observedAt: the same drop always has the same id
 * @param baseline time-weighted median of the offer's price over the fourteen days before
 * @param percent how far {@code amount} lies below {@code baseline}, in percent, two decimals
 * @param previousAmount the price in force just before
 * @param newLow whether it is below every earlier price of the offer
 * @param trackedObservations earlier prices of the offer that the judgement rests on
 * @param trackedDays whole days since the first of them
 * @param leadDays days from the observation to departure
 * @param flapping whether the offer alternates between two fares just now: such a drop should raise no alarm
 * @param baselineAt since when the baseline's price held, at most fourteen days before
 * @param fx what the exchange rate did meanwhile, as far as rates were known at that moment; absent for prices in USD
 */
public record PriceDrop(
        String dropId,
        String provider,
        String offerId,
        String market,
        Kind kind,
        @Nullable String name,
        @Nullable String origin,
        String destination,
        LocalDate departure,
        Instant observedAt,
        BigDecimal amount,
        String currency,
        BigDecimal baseline,
        BigDecimal percent,
        BigDecimal previousAmount,
        boolean newLow,
        int trackedObservations,
        int trackedDays,
        int leadDays,
        @Nullable String url,
        boolean flapping,
        Instant baselineAt,
        @Nullable FxShare fx) {

    /** The same with what the exchange rate did. */
    public PriceDrop with(FxShare share) {
        return new PriceDrop(
                dropId,
                provider,
                offerId,
                market,
                kind,
                name,
                origin,
                destination,
                departure,
                observedAt,
                amount,
                currency,
                baseline,
                percent,
                previousAmount,
                newLow,
                trackedObservations,
                trackedDays,
                leadDays,
                url,
                flapping,
                baselineAt,
                share);
    }

    /** The key of its records: {@code provider/offerId}. */
    public String key() {
        return provider + '/' + offerId;
    }
}
