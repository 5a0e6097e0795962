package smarttravel.api.offers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smarttravel.api.quality.OfferQuality;
import smarttravel.api.quality.Qualities;

/** Judges offers' latest prices by their own history and says how good they are, all of a list with one question each. */
public final class OfferVerdicts {
    private final PriceHistory history;
    private final Qualities qualities;

    public OfferVerdicts(PriceHistory history, Qualities qualities) {
        this.history = history;
        this.qualities = qualities;
    }

    /** The same offers in the same order, each with a verdict and its quality. */
    public List<Offer> judge(List<Offer> found) {
        if (found.isEmpty()) {
            return found;
        }
        Map<PricedIn, PriceSummary> summaries = history
                .summaries(found.stream().map(Offer::key).toList())
                .stream()
                .filter(summary -> summary.prices() > 0)
                .collect(Collectors.toMap(
                        summary -> new PricedIn(summary.offer(), summary.currency()), Function.identity()));
        Map<String, OfferQuality> rated =
                qualities.of(found.stream().map(Offer::place).toList());
        return found.stream()
                .map(offer -> offer.judged(
                        verdict(offer, summaries), rated.get(offer.place().key())))
                .toList();
    }

    private static Verdict verdict(Offer offer, Map<PricedIn, PriceSummary> summaries) {
        Money price = offer.price();
        @Nullable
        PriceSummary summary = price == null ? null : summaries.get(new PricedIn(offer.key(), price.currency()));
        return price == null || summary == null
                ? Verdict.withoutHistory()
                : Verdict.on(new BigDecimal(price.amount()), summary);
    }

    private record PricedIn(OfferKey offer, String currency) {}
}
