package smarttravel.ingest.structured;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Availability;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.prices.PriceReading;
import smarttravel.ingest.prices.PriceReading.NoPrice;
import smarttravel.ingest.prices.PriceReading.Price;
import smarttravel.ingest.structured.items.PageMarkup;

/** The one offer that a page's OpenGraph product tags describe. */
final class OpenGraphOffers {
    private static final String ORIGIN = "opengraph ";

    private final PageMarkup markup;
    private final AmountReader amounts;
    private final PageAddresses addresses;

    OpenGraphOffers(PageMarkup markup, AmountReader amounts, PageAddresses addresses) {
        this.markup = markup;
        this.amounts = amounts;
        this.addresses = addresses;
    }

    /** Whether the page has a price there. */
    static boolean speaks(PageMarkup markup) {
        return amount(markup) != null;
    }

    Extraction read() {
        Said amount = amount(markup);
        if (amount == null) {
            return Extraction.NOTHING;
        }
        ExtractedOffer.Builder offer = described();
        Said currency = said(
                "product:sale_price:currency",
                "product:price:currency",
                "og:price:currency",
                "og:product:price:currency");
        PriceReading reading = amounts.read(amount.text(), currency == null ? null : currency.text());
        if (reading instanceof NoPrice none) {
            return refusal(none.reason().code(), amount.origin() + ": " + none.message(), offer);
        }
        Price price = (Price) reading;
        offer.put(OfferField.PRICE, price.amount().toPlainString(), amount.origin());
        offer.put(
                OfferField.CURRENCY,
                price.currency().orElse(null),
                currency == null ? amount.origin() : currency.origin());
        listPrice(offer, price);
        for (OfferField needed : List.of(OfferField.NAME, OfferField.CURRENCY)) {
            if (offer.text(needed) == null) {
                return refusal("missing-field", "the page's tags say no " + needed.jsonName(), offer);
            }
        }
        return new Extraction(List.of(offer.build()), List.of());
    }

    private static Extraction refusal(String reason, String message, ExtractedOffer.Builder offer) {
        return new Extraction(List.of(), List.of(new RefusedOffer(reason, message, offer.build())));
    }

    private ExtractedOffer.Builder described() {
        ExtractedOffer.Builder offer = ExtractedOffer.builder();
        TripFields.put(offer, OfferField.NAME, said("og:title"));
        TripFields.put(offer, OfferField.SKU, said("product:retailer_item_id"));
        Said url = said("og:url");
        if (url != null) {
            offer.put(OfferField.URL, addresses.absolute(url.text()), url.origin());
        }
        Said stock = said("product:availability", "og:availability", "og:product:availability");
        Availability availability = stock == null ? null : Stock.of(stock.text());
        if (stock != null && availability != null) {
            offer.put(OfferField.AVAILABILITY, availability.name(), stock.origin());
        }
        return offer;
    }

    private void listPrice(ExtractedOffer.Builder offer, Price price) {
        Said before = said("product:original_price:amount", "og:price:standard_amount", "product:price:amount");
        if (before == null) {
            return;
        }
        boolean higher = amounts.read(before.text(), price.currency().orElse(null)) instanceof Price old
                && old.amount().compareTo(price.amount()) > 0;
        if (higher) {
            Optional<Price> old = Optional.of(
                    (Price) amounts.read(before.text(), price.currency().orElse(null)));
            offer.put(OfferField.LIST_PRICE, old.get().amount().toPlainString(), before.origin());
        }
    }

    private static @Nullable Said amount(PageMarkup markup) {
        return said(
                markup,
                "product:sale_price:amount",
                "product:price:amount",
                "og:price:amount",
                "og:product:price:amount");
    }

    private @Nullable Said said(String... tags) {
        return said(markup, tags);
    }

    private static @Nullable Said said(PageMarkup markup, String... tags) {
        for (String tag : tags) {
            String text = markup.meta(tag);
            if (text != null && !text.isBlank()) {
                return new Said(text.strip(), ORIGIN + tag);
            }
        }
        return null;
    }
}
