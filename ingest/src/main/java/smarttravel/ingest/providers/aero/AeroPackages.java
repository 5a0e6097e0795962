package smarttravel.ingest.providers.aero;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Basis;
import smarttravel.events.Kind;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.SiteLinks;

/** Reads Aero's listing of packages: each card has its departure in the listing's script. */
final class AeroPackages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CARDS = "main.paquetes article.paquete[data-ref]";
    private static final String SCRIPT = "script#salidas";

    private final PriceHint hint;

    AeroPackages(PriceHint hint) {
        this.hint = hint;
    }

    PageReading read(Page page, PageRequest request) {
        List<Element> cards = page.document().select(CARDS);
        if (cards.isEmpty()) {
            return AeroOffers.nothingOn(page);
        }
        AeroOffers offers = new AeroOffers(hint);
        Map<String, JsonNode> departures = departures(page);
        for (Element card : cards) {
            JsonNode departure = departures.getOrDefault(card.attr("data-ref"), MissingNode.getInstance());
            offers.add(described(card, departure), AeroOffers.words(card, ".precio .total"));
        }
        List<PageRequest> next = SiteLinks.first(page, ".paginas a[rel=next]")
                .map(address -> new PageRequest(address, request.role(), request.context()))
                .stream()
                .toList();
        return new PageReading(offers.extraction(), next, Signature.RECOGNISED);
    }

    private static Map<String, JsonNode> departures(Page page) {
        Map<String, JsonNode> byCode = new HashMap<>();
        Element script = page.document().selectFirst(SCRIPT);
        try {
            JsonNode departures = script == null ? MissingNode.getInstance() : JSON.readTree(script.data());
            departures.forEach(departure -> byCode.put(departure.path("codigo").asText(), departure));
        } catch (JsonProcessingException e) {
            // a script that is no JSON describes nothing: its cards are refused for want of a date
            byCode.clear();
        }
        return byCode;
    }

    private static ExtractedOffer.Builder described(Element card, JsonNode departure) {
        ExtractedOffer.Builder offer = ExtractedOffer.builder()
                .put(OfferField.OFFER_ID, card.attr("data-ref"), CARDS)
                .put(OfferField.KIND, Kind.PACKAGE.name(), CARDS)
                .put(OfferField.BASIS, Basis.TOTAL.name(), CARDS)
                .put(OfferField.OCCUPANCY, number(card, ".viajeros", "Para (\\d+) adultos"), ".viajeros")
                .put(OfferField.NAME, AeroOffers.words(card, ".nombre"), ".nombre")
                .put(OfferField.URL, AeroOffers.address(card, ".nombre a"), ".nombre a")
                .put(OfferField.ORIGIN, AeroOffers.words(card, ".ruta abbr"), ".ruta abbr")
                .put(OfferField.DESTINATION, AeroOffers.words(card, ".llegada"), ".llegada")
                .put(OfferField.COUNTRY, AeroOffers.attribute(card, ".llegada", "data-pais"), ".llegada")
                .put(OfferField.HOTEL, AeroOffers.words(card, ".hotel-nombre"), ".hotel-nombre")
                .put(OfferField.STARS, stars(card), ".estrellas")
                .put(OfferField.RATING, decimal(AeroOffers.words(card, ".opiniones b")), ".opiniones b")
                .put(OfferField.REVIEW_COUNT, number(card, ".opiniones", ".*según ([\\d.]+) viajeros"), ".opiniones");
        if (AeroOffers.words(card, ".sin-lugar") != null) {
            AeroOffers.sellOut(offer, ".sin-lugar");
        }
        return offer.put(OfferField.DEPARTURE, text(departure, "salida"), SCRIPT)
                .put(OfferField.NIGHTS, text(departure, "noches"), SCRIPT)
                .put(OfferField.BOARD, text(departure, "regimen_codigo"), SCRIPT)
                .put(OfferField.BOARD_TEXT, text(departure, "regimen"), SCRIPT)
                .put(OfferField.SEATS_LEFT, text(departure, "cupos"), SCRIPT);
    }

    private static @Nullable String stars(Element card) {
        String title = AeroOffers.attribute(card, ".estrellas", "title");
        return title == null ? null : decimal(title.replace("estrellas", ""));
    }

    private static @Nullable String decimal(@Nullable String words) {
        return words == null ? null : words.strip().replace(',', '.');
    }

    /** The group of the pattern without its thousands' points. */
    private static @Nullable String number(Element card, String selector, String pattern) {
        String words = AeroOffers.words(card, selector);
        return words == null || !words.matches(pattern)
                ? null
                : words.replaceFirst(pattern, "$1").replace(".", "");
    }

    private static @Nullable String text(JsonNode departure, String name) {
        return departure.path(name).isMissingNode()
                ? null
                : departure.path(name).asText();
    }
}
