package smarttravel.ingest.structured;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Availability;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.structured.PriceFinding.Found;
import smarttravel.ingest.structured.PriceFinding.Missing;
import smarttravel.ingest.structured.PriceFinding.Unusable;
import smarttravel.ingest.structured.items.Item;

/** Turns the items of a page that sell something into offers. For one page. */
final class SchemaOrgOffers {
    private static final Set<String> AGGREGATE = Set.of("AggregateOffer");
    private static final Set<String> OFFER = Set.of("Offer", "AggregateOffer", "OfferForPurchase", "OfferForLease");
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final int LONGEST_NAME = 500;

    private final OfferPrice prices;
    private final PriceCheck check = new PriceCheck();
    private final PageAddresses addresses;
    private final DistinctOffers distinct = new DistinctOffers();
    private final List<RefusedOffer> refused = new ArrayList<>();
    private final IdentityHashMap<Item, Integer> offersOfThing = new IdentityHashMap<>();

    SchemaOrgOffers(AmountReader amounts, PageAddresses addresses) {
        this.prices = new OfferPrice(amounts);
        this.addresses = addresses;
    }

    void read(List<Item> items) {
        List<Item> sellers = items.stream().filter(SchemaOrgOffers::sells).toList();
        for (Item offer : sellers) {
            Item thing = SoldThing.of(offer).thing();
            if (thing != null) {
                offersOfThing.merge(thing, 1, Integer::sum);
            }
        }
        sellers.forEach(this::offer);
    }

    List<ExtractedOffer> offers() {
        return distinct.offers();
    }

    List<RefusedOffer> refused() {
        return refused;
    }

    private static boolean sells(Item item) {
        if (isOffer(item)) {
            return !SoldThing.isBeside(item) && !(item.isOneOf(AGGREGATE) && hasPricedOffers(item));
        }
        boolean reservation = item.types().stream().anyMatch(type -> type.endsWith("Reservation"));
        return reservation
                && (!item.values("totalPrice").isEmpty()
                        || !item.values("price").isEmpty());
    }

    private static boolean isOffer(Item item) {
        boolean named = item.isOneOf(OFFER);
        boolean untyped = item.types().isEmpty() && item.parentProperty().equals("offers");
        Item around = item.parent();
        boolean part = around != null
                && around.isOneOf(AGGREGATE)
                && item.parentProperty().equals("offers");
        return untyped || (named && (!part || hasPrice(item)));
    }

    private static boolean hasPricedOffers(Item aggregate) {
        return aggregate.items("offers").stream().anyMatch(offer -> isOffer(offer) && hasPrice(offer));
    }

    private static boolean hasPrice(Item offer) {
        return !offer.values("price").isEmpty()
                || !offer.values("priceSpecification").isEmpty();
    }

    private void offer(Item item) {
        boolean reservation = !isOffer(item);
        SoldThing sold = reservation ? new SoldThing(item, null) : SoldThing.of(item);
        ExtractedOffer.Builder offer = ExtractedOffer.builder();
        TripFields.put(offer, sold.thingOrSeller());
        name(offer, item, sold);
        TripFields.put(offer, OfferField.SKU, Said.first(item, "sku"));
        TripFields.put(offer, OfferField.SKU, Said.first(sold.thing(), "sku", "productID"));
        TripFields.put(offer, OfferField.OFFER_ID, Said.first(item, "identifier", "reservationId"));
        url(offer, item, sold.thing());
        Rating.put(offer, sold.thing() == null ? item : sold.thing());
        availability(offer, item, sold.thing());
        price(offer, item, sold);
    }

    private void name(ExtractedOffer.Builder offer, Item item, SoldThing sold) {
        Said ofOffer = Said.first(item, "name");
        Said ofThing = sold.name();
        Item thing = sold.thing();
        boolean oneOfMany = thing != null && offersOfThing.getOrDefault(thing, 0) > 1;
        Said name = ofThing == null || (oneOfMany && ofOffer != null) ? ofOffer : ofThing;
        if (name == null) {
            name = Said.first(item, "itemOffered");
        }
        if (name == null) {
            name = Said.inside(item, "reservationFor", "name");
        }
        if (name == null) {
            name = Said.first(sold.seller(), "name");
        }
        if (name != null) {
            offer.put(OfferField.NAME, words(name.text()), name.origin());
        }
    }

    /** Without entities that a script's author encoded once too often, whitespace collapsed. */
    private static String words(String text) {
        String shortened = text.length() > 4 * LONGEST_NAME ? text.substring(0, 4 * LONGEST_NAME) : text;
        String plain = shortened.indexOf('&') < 0 ? shortened : Parser.unescapeEntities(shortened, false);
        String collapsed = GAPS.matcher(plain).replaceAll(" ").strip();
        return collapsed.length() > LONGEST_NAME ? collapsed.substring(0, LONGEST_NAME) : collapsed;
    }

    private void url(ExtractedOffer.Builder offer, Item item, @Nullable Item thing) {
        Said url = Said.address(item, "url");
        url = url == null ? Said.address(thing, "url") : url;
        if (url != null) {
            offer.put(OfferField.URL, addresses.absolute(url.text()), url.origin());
        }
    }

    private static void availability(ExtractedOffer.Builder offer, Item item, @Nullable Item thing) {
        Said said = Said.address(item, "availability");
        Availability stock = said == null ? null : Stock.of(said.text());
        Said status = Said.address(thing, "eventStatus");
        if (status != null && Stock.of(status.text()) == Availability.SOLD_OUT) {
            offer.put(OfferField.AVAILABILITY, Availability.SOLD_OUT.name(), status.origin());
        } else if (said != null && stock != null) {
            offer.put(OfferField.AVAILABILITY, stock.name(), said.origin());
        }
    }

    private void price(ExtractedOffer.Builder offer, Item item, SoldThing sold) {
        PriceFinding finding = prices.find(item);
        if (finding instanceof Found found) {
            finding = check.check(found, item, sold.thing());
        }
        if (finding instanceof Found found) {
            put(offer, item, found);
            settle(offer, item);
        } else if (finding instanceof Unusable unusable) {
            refused.add(new RefusedOffer(unusable.reason(), unusable.message(), offer.build()));
        } else if (finding instanceof Missing
                && Availability.SOLD_OUT.name().equals(offer.text(OfferField.AVAILABILITY))) {
            settle(offer, item);
        } else {
            refused.add(new RefusedOffer("missing-field", "the offer says no price", offer.build()));
        }
    }

    private static void put(ExtractedOffer.Builder offer, Item item, Found found) {
        offer.put(
                OfferField.PRICE, found.amount().toPlainString(), found.source().origin());
        offer.put(OfferField.CURRENCY, found.currency(), Said.origin(item, "priceCurrency"));
        if (found.listAmount() != null) {
            offer.put(OfferField.LIST_PRICE, found.listAmount().toPlainString(), found.listOrigin());
        }
        Said taxed = Said.first(OfferPrice.specification(item, false), "valueAddedTaxIncluded");
        if (taxed != null && (taxed.text().equals("true") || taxed.text().equals("false"))) {
            offer.put(OfferField.TAXES_INCLUDED, taxed.text(), taxed.origin());
        }
    }

    private void settle(ExtractedOffer.Builder offer, Item item) {
        ExtractedOffer read = offer.build();
        for (OfferField needed : List.of(OfferField.NAME, OfferField.CURRENCY)) {
            boolean dispensable = needed == OfferField.CURRENCY && !read.has(OfferField.PRICE);
            if (!read.has(needed) && !dispensable) {
                refused.add(new RefusedOffer("missing-field", "the offer says no " + needed.jsonName(), read));
                return;
            }
        }
        distinct.add(read, item.syntax());
    }
}
