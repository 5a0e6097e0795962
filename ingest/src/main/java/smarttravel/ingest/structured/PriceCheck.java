package smarttravel.ingest.structured;

import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.structured.PriceFinding.Found;
import smarttravel.ingest.structured.PriceFinding.Unusable;
import smarttravel.ingest.structured.VisiblePrices.Seen;
import smarttravel.ingest.structured.items.Item;

/**
 * Holds the prices that markup tells machines against those that people see in the same element: a site may give pence where
 * its page says pounds. Prices in scripts stand in no element and are not checked. For one page.
 */
final class PriceCheck {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_ELEMENTS = 2_000;

    private final IdentityHashMap<Element, VisiblePrices> seen = new IdentityHashMap<>();

    /** The finding, corrected or refused by what is visible in the offer's own element, else in that of what it is for. */
    PriceFinding check(Found found, Item offer, @Nullable Item thing) {
        VisiblePrices visible = visible(offer);
        if (visible.prices().isEmpty() && thing != null) {
            visible = visible(thing);
        }
        List<Seen> prices = visible.prices();
        if (prices.isEmpty()) {
            return found;
        }
        if (visible.meaning(found.amount()) != null) {
            return withStruckPrice(found, visible);
        }
        BigDecimal hundredth = found.amount().divide(HUNDRED).stripTrailingZeros();
        Seen meant = visible.meaning(hundredth);
        if (meant != null) {
            String origin = found.source().origin() + " '" + found.source().text() + "' is 100 times the visible '"
                    + meant.written() + "'";
            return withStruckPrice(found.corrected(hundredth, origin), visible);
        }
        return visible.whole() ? contradiction(found, prices) : found;
    }

    private VisiblePrices visible(Item item) {
        Element element = item.element();
        if (element == null || (seen.size() >= MOST_ELEMENTS && !seen.containsKey(element))) {
            return VisiblePrices.NONE;
        }
        return seen.computeIfAbsent(element, VisiblePrices::in);
    }

    /** One price and one higher price that is struck out, and no other: the second is the price before. */
    private static Found withStruckPrice(Found found, VisiblePrices visible) {
        List<Seen> prices = visible.prices();
        if (found.listAmount() != null || prices.size() != 2 || !visible.whole()) {
            return found;
        }
        for (Seen price : prices) {
            if (price.struck() && price.meanings().size() == 1) {
                BigDecimal before = price.meanings().iterator().next();
                return before.compareTo(found.amount()) > 0
                        ? found.withList(before, "visible text, struck out")
                        : found;
            }
        }
        return found;
    }

    private static Unusable contradiction(Found found, List<Seen> prices) {
        List<String> written = prices.stream().limit(5).map(Seen::written).toList();
        return new Unusable(
                "contradicting-price",
                found.source().origin() + " says '" + found.source().text() + "', its element shows " + written);
    }
}
