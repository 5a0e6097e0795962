package smarttravel.ingest.structured;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.prices.PriceReading;
import smarttravel.ingest.prices.PriceReading.NoPrice;
import smarttravel.ingest.prices.PriceReading.Price;
import smarttravel.ingest.structured.PriceFinding.Found;
import smarttravel.ingest.structured.PriceFinding.Missing;
import smarttravel.ingest.structured.PriceFinding.Unusable;
import smarttravel.ingest.structured.items.Item;

/** Finds the price in an offer's markup: its own, its lowest, or that of its price specifications. */
final class OfferPrice {
    private static final Set<String> BEFORE = Set.of("listprice", "strikethroughprice", "msrp", "srp", "regularprice");
    private static final Set<String> CHARGES = Set.of("DeliveryChargeSpecification", "PaymentChargeSpecification");
    private static final Set<String> AGGREGATE = Set.of("AggregateOffer");

    private static final int LONGEST_WORD = 40;

    private final AmountReader amounts;

    OfferPrice(AmountReader amounts) {
        this.amounts = amounts;
    }

    PriceFinding find(Item offer) {
        Said own = Said.first(offer, "price", "lowPrice", "totalPrice");
        Item specification = specification(offer, false);
        if (own == null) {
            own = Said.first(specification, "price", "minPrice");
        }
        if (own == null) {
            own = Said.inside(offer, "totalPrice", "price");
        }
        if (own == null) {
            return new Missing();
        }
        PriceReading reading = amounts.read(own.text(), currency(offer, specification));
        if (reading instanceof NoPrice none) {
            return new Unusable(none.reason().code(), own.origin() + ": " + none.message());
        }
        Price price = (Price) reading;
        Found found = new Found(
                price.amount(),
                price.currency().orElse(null),
                price.listAmount().orElse(null),
                own,
                own.origin());
        return withListPrice(found, offer);
    }

    private Found withListPrice(Found found, Item offer) {
        Item before = specification(offer, true);
        Said said = Said.first(before, "price");
        if (said == null || before == null) {
            return found;
        }
        PriceReading reading = amounts.read(said.text(), currency(offer, before));
        boolean higher = reading instanceof Price price
                && price.amount().compareTo(found.amount()) > 0
                && price.currency().equals(Optional.ofNullable(found.currency()));
        BigDecimal amount = higher ? ((Price) reading).amount() : null;
        return amount == null ? found : found.withList(amount, said.origin() + " (list price)");
    }

    /** The first price specification that is a price before the cut, or the first that is not. */
    static @Nullable Item specification(Item offer, boolean before) {
        Item chosen = null;
        for (Item specification : offer.items("priceSpecification")) {
            String type = word(specification.text("priceType"));
            boolean usable = !specification.isOneOf(CHARGES)
                    && specification.values("validForMemberTier").isEmpty()
                    && BEFORE.contains(type) == before;
            if (usable && (chosen == null || type.equals("saleprice"))) {
                chosen = specification;
            }
        }
        return chosen;
    }

    /** {@code listprice} for {@code https://schema.org/ListPrice}. */
    static String word(@Nullable String term) {
        StringBuilder word = new StringBuilder();
        String last = term == null ? "" : term.substring(term.lastIndexOf('/') + 1);
        for (int i = 0; i < last.length() && word.length() < LONGEST_WORD; i++) {
            char letter = Character.toLowerCase(last.charAt(i));
            if (letter >= 'a' && letter <= 'z') {
                word.append(letter);
            }
        }
        return word.toString();
    }

    private static @Nullable String currency(Item offer, @Nullable Item specification) {
        Item around = offer.parent() != null && offer.parent().isOneOf(AGGREGATE) ? offer.parent() : null;
        for (Item item : Arrays.asList(offer, specification, around)) {
            Said said = Said.first(item, "priceCurrency", "currency");
            if (said != null) {
                return said.text();
            }
        }
        Said inside = Said.inside(offer, "totalPrice", "priceCurrency");
        return inside == null ? null : inside.text();
    }
}
