package smarttravel.stack.sites;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import smarttravel.events.PriceObservation;
import smarttravel.stack.sites.OfferSearch.Form;

/**
 * Ola: programmes, each a hotel reached from one airport, on cards that say little; a programme's own pages have a table
 * of departures with prices per person by room.
 *
 * <p>{@code /buscar}, {@code /programa/<programme>}, {@code /salida/<code>}.
 */
final class OlaPages implements SitePages {
    private static final Form FORM =
            new Form("origen", "destino", "fecha_desde", "fecha_hasta", "noches", "base", "pagina");
    private static final int PROGRAMMES_PER_PAGE = 20;

    private final Template frame = Template.of("ola/marco");
    private final Template programmes = Template.of("ola/programas");
    private final Template departures = Template.of("ola/programa");
    private final Template detail = Template.of("ola/salida");

    @Override
    public Optional<String> page(SiteRequest request, Shelf shelf) {
        return content(request, shelf).map(markup -> frame.fill(Map.of("contenido", markup)));
    }

    private Optional<String> content(SiteRequest request, Shelf shelf) {
        if (request.path().equals("/") || request.path().equals("/buscar")) {
            return Optional.of(programmes(new SiteRequest("/buscar", request.parameters()), shelf));
        }
        return request.under("/programa/")
                .flatMap(programme -> departures(programme, request, shelf))
                .or(() -> request.under("/salida/")
                        .flatMap(shelf::offer)
                        .map(offer -> detail.fill(new OfferWords(shelf).of(offer))));
    }

    private String programmes(SiteRequest request, Shelf shelf) {
        OfferSearch search = FORM.read(request);
        SortedMap<String, List<PriceObservation>> fitting = shelf.offers().stream()
                .filter(search::fits)
                .collect(Collectors.groupingBy(OlaPages::programme, TreeMap::new, Collectors.toList()));
        int first = Math.max(0, search.page() - 1) * PROGRAMMES_PER_PAGE;
        List<Map<String, String>> cards = new ArrayList<>();
        fitting.entrySet().stream()
                .skip(first)
                .limit(PROGRAMMES_PER_PAGE)
                .forEach(entry -> cards.add(card(request, entry.getKey(), entry.getValue(), shelf)));
        Map<String, Object> values = new Listing(FORM).values(request, shelf, search, shelf.offers());
        values.put("programas", cards);
        values.put("total", fitting.size());
        values.put(
                "siguiente",
                fitting.size() > first + PROGRAMMES_PER_PAGE ? request.with(FORM.page(), search.page() + 1) : "");
        return programmes.fill(values);
    }

    /** A card shows the programme's first departure and leads to those that were searched for. */
    private static Map<String, String> card(
            SiteRequest search, String programme, List<PriceObservation> its, Shelf shelf) {
        Map<String, String> words = new OfferWords(shelf).of(shelf.asShown(its.get(0)));
        Map<String, String> dates = new HashMap<>();
        search.parameter(FORM.from()).ifPresent(day -> dates.put(FORM.from(), day));
        search.parameter(FORM.to()).ifPresent(day -> dates.put(FORM.to(), day));
        words.put("enlace", new SiteRequest("/programa/" + programme, dates).target());
        words.put("salidas", Integer.toString(its.size()));
        return words;
    }

    private Optional<String> departures(String programme, SiteRequest request, Shelf shelf) {
        List<PriceObservation> its = shelf.offers().stream()
                .filter(offer -> programme(offer).equals(programme))
                .toList();
        if (its.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> values = new HashMap<>(new OfferWords(shelf).of(its.get(0)));
        values.putAll(new Listing(FORM).values(request, shelf, FORM.read(request), its));
        return Optional.of(departures.fill(values));
    }

    private static String programme(PriceObservation offer) {
        String plain = Normalizer.normalize(String.valueOf(offer.hotel()), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        return offer.origin() + "-" + offer.destination() + "-" + plain;
    }
}
