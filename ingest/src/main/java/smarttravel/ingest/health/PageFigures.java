package smarttravel.ingest.health;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.crawling.PublicationGate.SeenPage;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRole;

/**
 * One page in numbers.
 *
 * @param kind of most of its offers, absent when nothing could be made of any
 * @param items what looked like an offer, refused or not
 * @param refused how many of them were refused, by reason
 * @param filled how many of them have a field
 * @param leads how many further pages it names, of whatever kind
 * @param goesOn whether it leads to a further page of its own kind
 * @param medianAmount the price in the middle, absent without prices
 * @param currency the currency of most prices
 */
record PageFigures(
        PageRole role,
        Signature signature,
        @Nullable Kind kind,
        int items,
        Map<String, Integer> refused,
        Map<OfferField, Integer> filled,
        int leads,
        boolean goesOn,
        @Nullable BigDecimal medianAmount,
        @Nullable String currency) {

    static PageFigures of(SeenPage page) {
        Extraction read = page.reading().extraction();
        Map<String, Integer> refused = new TreeMap<>();
        Map<OfferField, Integer> filled = new EnumMap<>(OfferField.class);
        read.offers().forEach(offer -> count(offer, filled));
        for (RefusedOffer refusal : read.refused()) {
            refused.merge(refusal.reason(), 1, Integer::sum);
            count(refusal.read(), filled);
        }
        PageRole role = page.request().role();
        return new PageFigures(
                role,
                page.reading().signature(),
                mostCommon(page.observations(), PriceObservation::kind),
                read.offers().size() + read.refused().size(),
                refused,
                filled,
                page.reading().follow().size(),
                page.reading().follow().stream().anyMatch(next -> next.role() == role),
                medianAmount(page.observations()),
                mostCommon(page.observations(), PriceObservation::currency));
    }

    int refusedItems() {
        return refused.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void count(ExtractedOffer offer, Map<OfferField, Integer> filled) {
        offer.texts().keySet().forEach(field -> filled.merge(field, 1, Integer::sum));
    }

    private static @Nullable BigDecimal medianAmount(List<PriceObservation> observations) {
        List<BigDecimal> amounts = observations.stream()
                .flatMap(seen -> Optional.ofNullable(seen.amount()).stream())
                .sorted()
                .toList();
        return amounts.isEmpty() ? null : amounts.get(amounts.size() / 2);
    }

    private static <T> @Nullable T mostCommon(
            List<PriceObservation> observations, Function<PriceObservation, @Nullable T> component) {
        Map<T, Integer> counts = new HashMap<>();
        for (PriceObservation seen : observations) {
            T value = component.apply(seen);
            if (value != null) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
