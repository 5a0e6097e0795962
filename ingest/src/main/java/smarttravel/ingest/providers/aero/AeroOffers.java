package smarttravel.ingest.providers.aero;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Availability;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.prices.PriceParser;
import smarttravel.ingest.prices.PriceReading;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;

/** Collects the offers of one page of Aero, priced or sold out; what has no date or price is refused. */
final class AeroOffers {
    private final PriceHint hint;
    private final List<ExtractedOffer> offers = new ArrayList<>();
    private final List<RefusedOffer> refused = new ArrayList<>();

    AeroOffers(PriceHint hint) {
        this.hint = hint;
    }

    /** @param price the words of the price; not looked at when the offer is sold out */
    void add(ExtractedOffer.Builder offer, @Nullable String price) {
        boolean soldOut = offer.text(OfferField.AVAILABILITY) != null;
        if (!soldOut) {
            PriceReading reading = PriceParser.read(price == null ? "" : price, hint);
            if (reading instanceof PriceReading.NoPrice none) {
                refused.add(new RefusedOffer(none.reason().code(), none.message(), offer.build()));
                return;
            }
            put(offer, (PriceReading.Price) reading);
        }
        if (offer.text(OfferField.DEPARTURE) == null) {
            refused.add(new RefusedOffer("missing-field", "no departure", offer.build()));
        } else {
            offers.add(offer.build());
        }
    }

    private static void put(ExtractedOffer.Builder offer, PriceReading.Price price) {
        offer.put(OfferField.PRICE, price.amount().toPlainString(), "price")
                .put(OfferField.CURRENCY, price.currency().orElse(null), "price")
                .put(OfferField.TAXES_INCLUDED, "true", "price");
    }

    Extraction extraction() {
        return new Extraction(offers, refused);
    }

    static void sellOut(ExtractedOffer.Builder offer, String origin) {
        offer.put(OfferField.AVAILABILITY, Availability.SOLD_OUT.name(), origin)
                .put(OfferField.TAXES_INCLUDED, "true", origin);
    }

    static PageReading nothingOn(Page page) {
        boolean says = page.document().selectFirst("body.aero main p.vacio") != null;
        return new PageReading(Extraction.NOTHING, List.of(), says ? Signature.SAYS_EMPTY : Signature.UNKNOWN);
    }

    static @Nullable String words(Element parent, String selector) {
        Element found = parent.selectFirst(selector);
        return found == null ? null : found.text();
    }

    static @Nullable String attribute(Element parent, String selector, String name) {
        Element found = parent.selectFirst(selector);
        return found == null ? null : found.attr(name);
    }

    static @Nullable String address(Element parent, String selector) {
        Element found = parent.selectFirst(selector);
        return found == null ? null : found.absUrl("href");
    }
}
