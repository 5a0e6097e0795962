package smarttravel.ingest.providers.aero;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smarttravel.events.Kind;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.SearchAddress;
import smarttravel.ingest.providers.SearchCriteria;

/**
 * Aero, a flight and package operator. No selector reads it: the dates, boards and seats of its packages stand in a script
 * beside the cards, and its fares in tables whose columns are days.
 *
 * <pre>
 * /paquetes ── next ──> /paquetes?pag=2 ...
 * /vuelos ── each month of each route ──> /vuelos/EZE-MAD/2027-01
 * </pre>
 */
final class AeroProvider implements ProviderStrategy {
    /** Packages are priced for two. */
    private static final int PACKAGE_OCCUPANCY = 2;

    private final ProviderFile file;
    private final AeroPackages packages;
    private final AeroFares fares;

    AeroProvider(ProviderFile file) {
        this.file = file;
        this.packages = new AeroPackages(file.priceHint());
        this.fares = new AeroFares(file.priceHint());
    }

    @Override
    public List<PageRequest> begin(SearchCriteria criteria) {
        List<PageRequest> pages = new ArrayList<>();
        if (wants(criteria, Kind.PACKAGE) && criteria.occupancy().orElse(PACKAGE_OCCUPANCY) == PACKAGE_OCCUPANCY) {
            SearchAddress search = search("/paquetes", criteria)
                    .with("noches_min", criteria.nightsMin())
                    .with("noches_max", criteria.nightsMax())
                    .with("pasajeros", criteria.occupancy());
            pages.add(PageRequest.of(search.uri(), PageRole.LISTING));
        }
        boolean stays = criteria.nightsMin().isPresent() || criteria.nightsMax().isPresent();
        if (wants(criteria, Kind.FLIGHT) && !stays) {
            pages.add(new PageRequest(search("/vuelos", criteria).uri(), PageRole.LISTING, window(criteria)));
        }
        return pages;
    }

    private static boolean wants(SearchCriteria criteria, Kind kind) {
        return criteria.kind().orElse(kind) == kind;
    }

    private SearchAddress search(String path, SearchCriteria criteria) {
        return SearchAddress.of(file, path)
                .with("origen", criteria.origin())
                .with("destino", criteria.destination())
                .with("desde", criteria.departureFrom())
                .with("hasta", criteria.departureTo());
    }

    /** Calendars show whole months, so what was searched for has to go along. */
    private static Map<String, String> window(SearchCriteria criteria) {
        Map<String, String> window = new HashMap<>();
        criteria.departureFrom().ifPresent(day -> window.put(AeroFares.FROM, day.toString()));
        criteria.departureTo().ifPresent(day -> window.put(AeroFares.TO, day.toString()));
        return window;
    }

    @Override
    public PageReading read(Page page, PageRequest request) {
        return Optional.ofNullable(request.address().getPath()).orElse("").startsWith("/vuelos")
                ? fares.read(page, request)
                : packages.read(page, request);
    }
}
