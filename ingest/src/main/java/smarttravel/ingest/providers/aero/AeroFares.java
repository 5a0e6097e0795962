package smarttravel.ingest.providers.aero;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import smarttravel.events.Basis;
import smarttravel.events.Kind;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.SiteLinks;

/**
 * Reads Aero's flights: the page of routes leads to calendars, and in a calendar the column's head has the day, the
 * table's caption the year, and each row one thing about every flight.
 */
final class AeroFares {
    /** Keys of a request's context: the first and the last day that are wanted. */
    static final String FROM = "calendarFrom";

    static final String TO = "calendarTo";

    private static final DateTimeFormatter CAPTION = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMMM 'de' uuuu")
            .toFormatter(Locale.forLanguageTag("es"));
    private static final DateTimeFormatter COLUMN = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
    private static final String TABLE = "main.calendario table.tarifas";

    private final PriceHint hint;

    AeroFares(PriceHint hint) {
        this.hint = hint;
    }

    PageReading read(Page page, PageRequest request) {
        Element table = page.document().selectFirst(TABLE);
        if (table != null) {
            return new PageReading(calendar(page, table, request), List.of(), Signature.RECOGNISED);
        }
        List<PageRequest> months = SiteLinks.all(page, "main.rutas .meses a")
                .filter(address -> isWanted(address, request))
                .map(address -> new PageRequest(address, request.role(), request.context()))
                .toList();
        boolean routes = page.document().selectFirst("main.rutas section.tramo") != null;
        return routes ? new PageReading(Extraction.NOTHING, months, Signature.RECOGNISED) : AeroOffers.nothingOn(page);
    }

    /** Whether the month at the address's end has wanted days. */
    private static boolean isWanted(URI address, PageRequest request) {
        try {
            YearMonth month = YearMonth.parse(address.getPath().replaceFirst(".*/", ""));
            return !isBefore(month.atEndOfMonth(), request) && !isAfter(month.atDay(1), request);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private Extraction calendar(Page page, Element table, PageRequest request) {
        AeroOffers offers = new AeroOffers(hint);
        List<Element> days = table.select("thead th.dia");
        List<Element> fares = table.select("tr.tarifa td");
        List<Element> seats = table.select("tr.lugares td");
        for (int column = 0; column < Math.min(days.size(), fares.size()); column++) {
            Optional<LocalDate> departure = departure(table, days.get(column));
            if (departure.isPresent() && isOutside(departure.get(), request)) {
                continue;
            }
            ExtractedOffer.Builder offer = flight(page, fares.get(column))
                    .put(
                            OfferField.DEPARTURE,
                            departure.map(LocalDate::toString).orElse(null),
                            "th.dia");
            if (column < seats.size()) {
                String words = seats.get(column).text();
                offer.put(OfferField.SEATS_LEFT, words.replaceAll("\\D", ""), "tr.lugares td");
            }
            offers.add(offer, fares.get(column).text());
        }
        return offers.extraction();
    }

    private static ExtractedOffer.Builder flight(Page page, Element fare) {
        Element body = page.document().body();
        String address = fare.select("a").stream()
                .map(link -> link.absUrl("href"))
                .findFirst()
                .orElse("");
        ExtractedOffer.Builder flight = ExtractedOffer.builder()
                .put(OfferField.OFFER_ID, address.replaceFirst(".*/", ""), "tr.tarifa a")
                .put(OfferField.URL, address, "tr.tarifa a")
                .put(OfferField.KIND, Kind.FLIGHT.name(), TABLE)
                .put(OfferField.BASIS, Basis.PER_PERSON.name(), TABLE)
                .put(OfferField.OCCUPANCY, "1", TABLE)
                .put(OfferField.NAME, AeroOffers.words(body, "h1.vuelo"), "h1.vuelo")
                .put(OfferField.ORIGIN, AeroOffers.attribute(body, "h1.vuelo", "data-origen"), "h1.vuelo")
                .put(OfferField.DESTINATION, AeroOffers.attribute(body, "h1.vuelo", "data-destino"), "h1.vuelo")
                .put(OfferField.COUNTRY, AeroOffers.attribute(body, "h1.vuelo", "data-pais"), "h1.vuelo");
        if (fare.text().equals("Agotado")) {
            AeroOffers.sellOut(flight, "tr.tarifa td");
        }
        return flight;
    }

    private static Optional<LocalDate> departure(Element table, Element head) {
        try {
            YearMonth month = YearMonth.parse(table.select("caption").text(), CAPTION);
            String day = head.text().replaceFirst("^\\S+ ", "");
            return Optional.of(MonthDay.parse(day, COLUMN).atYear(month.getYear()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isOutside(LocalDate departure, PageRequest request) {
        return isBefore(departure, request) || isAfter(departure, request);
    }

    private static boolean isBefore(LocalDate last, PageRequest request) {
        String from = request.context().get(FROM);
        return from != null && last.isBefore(LocalDate.parse(from));
    }

    private static boolean isAfter(LocalDate first, PageRequest request) {
        String to = request.context().get(TO);
        return to != null && first.isAfter(LocalDate.parse(to));
    }
}
