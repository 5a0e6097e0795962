package smarttravel.api.offers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;
import smarttravel.api.quality.OfferPlace;
import smarttravel.api.quality.OfferQuality;
import smarttravel.events.Availability;
import smarttravel.events.Basis;
import smarttravel.events.Board;
import smarttravel.events.Kind;

/** An offer in its latest state. */
public record Offer(
        String provider,
        String offerId,
        Kind kind,

        @Meaning("what it is compared with: kind/origin/destination, nights band and board for packages and hotels")
        String market,

        @Nullable String name,
        @Nullable String origin,
        String destination,
        @Nullable String country,
        @Nullable String hotel,
        @Nullable Double stars,
        @Nullable Board board,

        @Meaning("the board in the provider's own words") @Nullable
        String boardText,

        @Nullable Integer nights,
        LocalDate departure,
        @Meaning("people the price is for") @Nullable Integer occupancy,
        @Nullable Basis basis,

        @Meaning("latest price; a sold-out offer keeps its last one") @Nullable
        Money price,

        @Meaning("the provider's own 'before' price") @Nullable
        Money listPrice,

        @Meaning("price per person, for hotels also per night, in USD at the rate of the observation") @Nullable
        Double unitUsd,

        @Meaning("whether that rate was older than seven days; absent in USD") @Nullable
        Boolean fxStale,

        @Nullable Boolean taxesIncluded,
        Availability availability,
        @Nullable Integer seatsLeft,
        @Nullable Double rating,
        @Nullable Integer reviews,
        @Nullable String url,
        @Meaning("how often it was observed") long observations,
        Instant firstObservedAt,
        @Meaning("latest observation") Instant observedAt,

        @Meaning("latest observation that had a price") @Nullable
        Instant priceObservedAt,

        @Meaning("the latest price judged by the offer's own history") @Nullable
        Verdict verdict,

        @Meaning("how good it is for what it is; absent while nothing is known") @Nullable
        OfferQuality quality) {

    public OfferKey key() {
        return new OfferKey(provider, offerId);
    }

    /** Where its quality is found. */
    OfferPlace place() {
        return new OfferPlace(kind.name(), destination, provider, offerId);
    }

    /** The same with a verdict on its price, and its quality. */
    Offer judged(Verdict judgement, @Nullable OfferQuality rated) {
        return new Offer(
                provider,
                offerId,
                kind,
                market,
                name,
                origin,
                destination,
                country,
                hotel,
                stars,
                board,
                boardText,
                nights,
                departure,
                occupancy,
                basis,
                price,
                listPrice,
                unitUsd,
                fxStale,
                taxesIncluded,
                availability,
                seatsLeft,
                rating,
                reviews,
                url,
                observations,
                firstObservedAt,
                observedAt,
                priceObservedAt,
                judgement,
                rated);
    }

    /** The latest price as a number, when there is one. */
    @Nullable
    BigDecimal priceAmount() {
        return price == null ? null : new BigDecimal(price.amount());
    }
}
