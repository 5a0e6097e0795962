package smarttravel.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One price of one offer seen at one moment: the input of everything.
 *
 * <p>What a source does not say is {@code null}, never 0 and never "". An observation that is {@code SOLD_OUT} has no
 * amount; every other has one above 0 with at most four decimals and an ISO 4217 currency.
 *
 * @param provider who sells
 * @param offerId the offer's identity at its provider; holds departure, nights and board already
 * @param origin IATA code, absent where the offer has none (hotels)
 * @param destination IATA code of city or airport
 * @param country ISO 3166 alpha-2 of the destination
 * @param stars hotel category, 0.5 to 7
 * @param boardText the board in the source's own words
 * @param nights 1 to 365
 * @param departure local date of departure or check-in
 * @param occupancy people the price is for, 1 to 99
 * @param basis what {@code amount} pays for; absent means per person
 * @param fxKind the exchange rate that the provider uses; absent means the official one
 * @param listAmount the provider's own "before" price
 * @param rating guests' rating in the source's scale, above 0
 * @param reviews how many guests rated
 * @param observedAt when the price was seen
 * @param fetchId which fetch it was read from
 */
public record PriceObservation(
        String provider,
        String offerId,
        Kind kind,
        @Nullable String name,
        @Nullable String origin,
        String destination,
        @Nullable String country,
        @Nullable String hotel,
        @Nullable Double stars,
        @Nullable Board board,
        @Nullable String boardText,
        @Nullable Integer nights,
        LocalDate departure,
        @Nullable Integer occupancy,
        @Nullable Basis basis,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable FxKind fxKind,
        @Nullable BigDecimal listAmount,
        @Nullable Boolean taxesIncluded,
        Availability availability,
        @Nullable Integer seatsLeft,
        @Nullable Double rating,
        @Nullable Integer reviews,
        @Nullable String url,
        Instant observedAt,
        @Nullable String fetchId) {

    /** The offer's identity across providers, and the key of its records: {@code provider/offerId}. */
    public String key() {
        return provider + '/' + offerId;
    }
}
