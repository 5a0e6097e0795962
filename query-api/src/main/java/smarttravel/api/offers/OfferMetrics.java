package smarttravel.api.offers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;

/** What an offer costs now against what it cost before, in its current currency. */
public record OfferMetrics(
        String provider,
        String offerId,

        @Meaning("low, typical or high; insufficient under 5 prices")
        Verdict.Status status,

        @Meaning("prices it rests on: in time, not quarantined, in the current currency")
        long n,

        @Meaning("first of them") @Nullable Instant from,
        @Meaning("last of them") @Nullable Instant to,
        @Nullable Money minimum,
        @Nullable Money lowerQuartile,
        @Nullable Money median,
        @Nullable Money upperQuartile,
        @Nullable Money maximum,
        @Meaning("latest price that came in time") @Nullable PricePoint current,

        @Meaning("the price before it, in the same currency") @Nullable
        PricePoint previous,

        @Meaning("prices left out because they came late") long late,

        @Meaning("prices left out because they were quarantined")
        long quarantined,

        @Meaning("where the latest price stands among its market's at the same days before departure") @Nullable
        MarketStanding market) {

    /**
     * Puts together what is known.
     *
     * @param latest the latest prices, the newest first
     * @param summaries the history in the currency it is quoted in, if there is any
     */
    static OfferMetrics of(
            OfferKey offer, List<PricePoint> latest, List<PriceSummary> summaries, Optional<MarketStanding> standing) {
        return among(standing, ofItself(offer, latest, summaries));
    }

    private static OfferMetrics ofItself(OfferKey offer, List<PricePoint> latest, List<PriceSummary> summaries) {
        if (latest.isEmpty()) {
            return unknown(offer, null);
        }
        PricePoint current = latest.get(0);
        Money price = Objects.requireNonNull(current.price(), "a latest price has a price");
        Optional<PriceSummary> summary = summaries.stream()
                .filter(each -> each.currency().equals(price.currency()) && each.prices() > 0)
                .findFirst();
        return summary.map(known -> of(known, current, price, previous(latest, price)))
                .orElse(unknown(offer, current));
    }

    private static OfferMetrics of(PriceSummary known, PricePoint current, Money price, @Nullable PricePoint previous) {
        String currency = known.currency();
        Verdict verdict = Verdict.on(new BigDecimal(price.amount()), known);
        return new OfferMetrics(
                known.offer().provider(),
                known.offer().offerId(),
                verdict.status(),
                known.prices(),
                known.from(),
                known.to(),
                Money.of(known.minimum(), currency),
                Money.of(known.lowerQuartile(), currency),
                Money.of(known.median(), currency),
                Money.of(known.upperQuartile(), currency),
                Money.of(known.maximum(), currency),
                current,
                previous,
                known.late(),
                known.quarantined(),
                null);
    }

    private static OfferMetrics among(Optional<MarketStanding> standing, OfferMetrics own) {
        return new OfferMetrics(
                own.provider,
                own.offerId,
                own.status,
                own.n,
                own.from,
                own.to,
                own.minimum,
                own.lowerQuartile,
                own.median,
                own.upperQuartile,
                own.maximum,
                own.current,
                own.previous,
                own.late,
                own.quarantined,
                standing.orElse(null));
    }

    private static @Nullable PricePoint previous(List<PricePoint> latest, Money price) {
        return latest.stream()
                .skip(1)
                .limit(1)
                .filter(point ->
                        point.price() != null && point.price().currency().equals(price.currency()))
                .findFirst()
                .orElse(null);
    }

    private static OfferMetrics unknown(OfferKey offer, @Nullable PricePoint current) {
        return new OfferMetrics(
                offer.provider(),
                offer.offerId(),
                Verdict.Status.INSUFFICIENT,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                current,
                null,
                0,
                0,
                null);
    }
}
