package smarttravel.stack.sites;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;
import smarttravel.stack.sites.OfferSearch.Form;

/** Aero's flights: the routes with the months in which they are flown, and for each month a table with a column per day. */
final class AeroFares {
    private static final Set<String> ROUTE_WORDS = Set.of("titulo", "origen", "destino", "pais");

    private final Template routes = Template.of("aero/rutas");
    private final Template calendar = Template.of("aero/calendario");
    private final Form form;

    AeroFares(Form form) {
        this.form = form;
    }

    /** Every route that fits, with links to the calendars of its months. */
    String routes(SiteRequest request, Shelf shelf) {
        OfferSearch search = form.read(request);
        SortedMap<String, List<PriceObservation>> byRoute = flights(shelf).stream()
                .filter(search::fits)
                .collect(Collectors.groupingBy(AeroFares::route, TreeMap::new, Collectors.toList()));
        List<Map<String, Object>> shown = new ArrayList<>();
        byRoute.forEach((route, flights) -> {
            Map<String, String> words = new OfferWords(shelf).of(flights.get(0));
            shown.add(Map.of("tramo", route, "nombre", words.getOrDefault("titulo", ""), "meses", months(flights)));
        });
        return routes.fill(Map.of("rutas", shown));
    }

    private static List<Map<String, String>> months(List<PriceObservation> flights) {
        return flights.stream()
                .map(flight -> YearMonth.from(flight.departure()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(month -> Map.of("mes", month.toString(), "mes_nombre", SpanishWords.month(month)))
                .toList();
    }

    /**
     * The fares of a route's month.
     *
     * @param path route and month, e.g. {@code EZE-MAD/2027-01}
     */
    Optional<String> calendar(String path, Shelf shelf) {
        List<PriceObservation> flights = flights(shelf).stream()
                .filter(flight -> path.equals(route(flight) + "/" + YearMonth.from(flight.departure())))
                .map(shelf::asShown)
                .toList();
        if (flights.isEmpty()) {
            return Optional.empty();
        }
        PriceObservation first = flights.get(0);
        Map<String, Object> values = new TreeMap<>(new OfferWords(shelf).of(first));
        // what a flight does not have must not be filled with what the first one has
        values.keySet().retainAll(ROUTE_WORDS);
        boolean monthShown = !shelf.has(SiteQuirk.NO_DEPARTURES);
        values.put("mes_nombre", monthShown ? SpanishWords.month(YearMonth.from(first.departure())) : "");
        int step = shelf.has(SiteQuirk.HALF_THE_OFFERS) ? 2 : 1;
        List<Map<String, String>> days = new ArrayList<>();
        for (int flight = 0; flight < flights.size(); flight += step) {
            days.add(new OfferWords(shelf).of(flights.get(flight)));
        }
        values.put("dias", days);
        return Optional.of(calendar.fill(values));
    }

    private static List<PriceObservation> flights(Shelf shelf) {
        return shelf.offers().stream()
                .filter(offer -> offer.kind() == Kind.FLIGHT)
                .toList();
    }

    private static String route(PriceObservation flight) {
        return flight.origin() + "-" + flight.destination();
    }
}
