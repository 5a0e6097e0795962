package smarttravel.ingest.structured;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.structured.items.Syntax;

/** The offers of a page, each once: what several syntaxes say is kept from the first that says it. */
final class DistinctOffers {
    private static final List<OfferField> SAME =
            List.of(OfferField.NAME, OfferField.PRICE, OfferField.CURRENCY, OfferField.DEPARTURE);

    private final List<ExtractedOffer> offers = new ArrayList<>();
    private final Set<Map<OfferField, String>> exact = new HashSet<>();
    /** By everything but the address: the addresses each syntax gave, null among them. */
    private final Map<String, Map<Syntax, Set<@Nullable String>>> addresses = new HashMap<>();

    void add(ExtractedOffer offer, Syntax syntax) {
        if (!exact.add(offer.texts())) {
            return;
        }
        String url = offer.text(OfferField.URL);
        Map<Syntax, Set<@Nullable String>> known =
                addresses.computeIfAbsent(key(offer), key -> new EnumMap<>(Syntax.class));
        for (Map.Entry<Syntax, Set<@Nullable String>> other : known.entrySet()) {
            boolean same = url == null
                    || other.getValue().contains(url)
                    || other.getValue().contains(null);
            if (other.getKey() != syntax && same) {
                return;
            }
        }
        known.computeIfAbsent(syntax, key -> new HashSet<>()).add(url);
        offers.add(offer);
    }

    List<ExtractedOffer> offers() {
        return offers;
    }

    private static String key(ExtractedOffer offer) {
        StringBuilder key = new StringBuilder();
        for (OfferField field : SAME) {
            String text = offer.text(field);
            key.append(field == OfferField.PRICE && text != null ? plain(text) : text)
                    .append('\u0000');
        }
        return key.toString();
    }

    /** 9.50 and 9.5 are one price. */
    private static String plain(String price) {
        return new BigDecimal(price).stripTrailingZeros().toPlainString();
    }
}
