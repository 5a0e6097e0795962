package smarttravel.api.offers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges offers' latest prices by their own history, all of a list with one question. */
public final class OfferVerdicts {
    private final PriceHistory history;

    public OfferVerdicts(PriceHistory history) {
        this.history = history;
    }

    /** The same offers in the same order, each with a verdict. */
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
        return found.stream().map(offer -> judged(offer, summaries)).toList();
    }

    private static Offer judged(Offer offer, Map<PricedIn, PriceSummary> summaries) {
        Money price = offer.price();
        @Nullable
        PriceSummary summary = price == null ? null : summaries.get(new PricedIn(offer.key(), price.currency()));
        return offer.judged(
                price == null || summary == null
                        ? Verdict.withoutHistory()
                        : Verdict.on(new BigDecimal(price.amount()), summary));
    }

    private record PricedIn(OfferKey offer, String currency) {}
}
