package smarttravel.stack.sites;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;
import smarttravel.stack.sites.OfferSearch.Form;

/**
 * Aero: packages on cards whose dates, boards and seats stand only in a script of the listing, and flights in a calendar
 * of fares.
 *
 * <p>{@code /paquetes/[destination]}, {@code /paquete/<code>}, {@code /vuelos}, {@code /vuelos/<route>/<month>}, {@code
 * /vuelo/<code>}.
 */
final class AeroPages implements SitePages {
    private static final Form FORM = new Form("origen", "destino", "desde", "hasta", "noches", "pasajeros", "pag");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Template frame = Template.of("aero/marco");
    private final Template home = Template.of("aero/inicio");
    private final Template packages = Template.of("aero/paquetes");
    private final Template detail = Template.of("aero/detalle");
    private final AeroFares fares = new AeroFares(FORM);

    @Override
    public Optional<String> page(SiteRequest request, Shelf shelf) {
        return content(request, shelf)
                .map(markup -> frame.fill(Map.of("contenido", markup, "hoy", SpanishWords.day(shelf.day()))));
    }

    private Optional<String> content(SiteRequest request, Shelf shelf) {
        return switch (request.path()) {
            case "/" -> Optional.of(home.fill(listing(request, shelf, FORM.read(request))));
            case "/paquetes", "/paquetes/" -> Optional.of(packages.fill(listing(request, shelf, FORM.read(request))));
            case "/vuelos" -> Optional.of(fares.routes(request, shelf));
            default ->
                request.under("/paquetes/")
                        .map(code -> packages.fill(
                                listing(request, shelf, FORM.read(request).to(code))))
                        .or(() -> request.under("/vuelos/").flatMap(route -> fares.calendar(route, shelf)))
                        .or(() -> request.under("/paquete/").flatMap(code -> detail(code, shelf)))
                        .or(() -> request.under("/vuelo/").flatMap(code -> detail(code, shelf)));
        };
    }

    private static Map<String, Object> listing(SiteRequest request, Shelf shelf, OfferSearch search) {
        List<PriceObservation> sold = shelf.offers().stream()
                .filter(offer -> offer.kind() == Kind.PACKAGE)
                .toList();
        Map<String, Object> values = new Listing(FORM).values(request, shelf, search, sold);
        values.put("salidas", script(search.in(shelf, sold).offers(), shelf));
        return values;
    }

    /** What the listing's own script reads to draw each card's second line. */
    private static String script(List<PriceObservation> offers, Shelf shelf) {
        List<Map<String, String>> departures = new ArrayList<>();
        for (Map<String, String> words : new OfferWords(shelf).of(offers)) {
            Map<String, String> departure = new LinkedHashMap<>();
            for (String name :
                    List.of("codigo", "salida_iso", "noches", "regimen_codigo", "regimen", "cupos", "agotado")) {
                String word = words.get(name);
                if (word != null) {
                    departure.put(name.replace("_iso", ""), word);
                }
            }
            departures.add(departure);
        }
        try {
            return JSON.writeValueAsString(departures).replace("</", "<\\/");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> detail(String code, Shelf shelf) {
        return shelf.offer(code).map(offer -> detail.fill(new OfferWords(shelf).of(offer)));
    }
}
