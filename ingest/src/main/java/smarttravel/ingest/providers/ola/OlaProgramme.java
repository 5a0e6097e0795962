package smarttravel.ingest.providers.ola;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import smarttravel.events.Availability;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.prices.PriceParser;
import smarttravel.ingest.prices.PriceReading;

/** Reads the departures of one of Ola's programmes: each row completes what is said above the table. */
final class OlaProgramme {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final String DOUBLE_ROOM = "Base doble";

    /** Salida and Regreso stand before the columns of rooms. */
    private static final int COLUMNS_BEFORE_ROOMS = 2;

    private final PriceHint hint;

    OlaProgramme(PriceHint hint) {
        this.hint = hint;
    }

    Extraction read(Page page, Element table) {
        ExtractedOffer programme = OlaFacts.of(page).described();
        int doubleRoom = COLUMNS_BEFORE_ROOMS
                + table.select("thead tr:last-child th").eachText().indexOf(DOUBLE_ROOM);
        List<ExtractedOffer> offers = new ArrayList<>();
        List<RefusedOffer> refused = new ArrayList<>();
        for (Element row : table.select("tbody tr.salida")) {
            ExtractedOffer.Builder offer = departure(programme.toBuilder(), row);
            Optional<RefusedOffer> refusal = price(offer, row, doubleRoom);
            if (refusal.isEmpty() && offer.text(OfferField.DEPARTURE) == null) {
                refusal = Optional.of(new RefusedOffer("missing-field", "no departure", offer.build()));
            }
            refusal.ifPresentOrElse(refused::add, () -> offers.add(offer.build()));
        }
        return new Extraction(offers, refused);
    }

    private static ExtractedOffer.Builder departure(ExtractedOffer.Builder offer, Element row) {
        Element link = row.selectFirst("td.dia a");
        if (link != null) {
            offer.put(OfferField.URL, link.absUrl("href"), "td.dia a");
            day(link.text()).ifPresent(day -> offer.put(OfferField.DEPARTURE, day.toString(), "td.dia"));
        }
        return offer.put(OfferField.OFFER_ID, row.attr("data-codigo"), "tr.salida")
                .put(OfferField.SEATS_LEFT, row.select("td.lugares").text().replaceAll("\\D", ""), "td.lugares");
    }

    private static Optional<LocalDate> day(String words) {
        try {
            return Optional.of(LocalDate.parse(words, DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Sets the price of a double room or that it is sold out; otherwise gives why it cannot be used. */
    private Optional<RefusedOffer> price(ExtractedOffer.Builder offer, Element row, int column) {
        if (row.selectFirst("td.agotado") != null) {
            offer.put(OfferField.AVAILABILITY, Availability.SOLD_OUT.name(), "td.agotado");
            return Optional.empty();
        }
        List<Element> cells = row.select("td");
        String words = column < COLUMNS_BEFORE_ROOMS || column >= cells.size()
                ? ""
                : cells.get(column).text();
        PriceReading reading = PriceParser.read(words, hint);
        if (reading instanceof PriceReading.NoPrice none) {
            return Optional.of(new RefusedOffer(none.reason().code(), none.message(), offer.build()));
        }
        PriceReading.Price price = (PriceReading.Price) reading;
        offer.put(OfferField.PRICE, price.amount().toPlainString(), DOUBLE_ROOM)
                .put(OfferField.CURRENCY, price.currency().orElse(null), DOUBLE_ROOM)
                .put(
                        OfferField.LIST_PRICE,
                        price.listAmount().map(Object::toString).orElse(null),
                        DOUBLE_ROOM);
        return Optional.empty();
    }
}
