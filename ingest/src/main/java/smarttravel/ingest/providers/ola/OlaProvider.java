package smarttravel.ingest.providers.ola;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import smarttravel.events.Kind;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.SearchAddress;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.ingest.providers.SiteLinks;

/**
 * Ola, a package operator. No list of selectors reads it: what its departures have in common stands once above them, and
 * the column of the price that counts is told by a head in two rows.
 *
 * <pre>
 * /buscar ── next ──> /buscar?pagina=2 ...
 *    └── each programme ──> /programa/eze-cun-... ── next ──> ?pagina=2 ...
 * </pre>
 */
final class OlaProvider implements ProviderStrategy {
    /** Prices are per person in a double room. */
    private static final int OCCUPANCY = 2;

    private static final String NEXT = ".paginador li.sig a";

    private final ProviderFile file;
    private final OlaProgramme programme;

    OlaProvider(ProviderFile file) {
        this.file = file;
        this.programme = new OlaProgramme(file.priceHint());
    }

    @Override
    public List<PageRequest> begin(SearchCriteria criteria) {
        boolean sold = criteria.kind().orElse(Kind.PACKAGE) == Kind.PACKAGE
                && criteria.occupancy().orElse(OCCUPANCY) == OCCUPANCY;
        if (!sold) {
            return List.of();
        }
        SearchAddress search = SearchAddress.of(file, "/buscar")
                .with("origen", criteria.origin())
                .with("destino", criteria.destination())
                .with("fecha_desde", criteria.departureFrom())
                .with("fecha_hasta", criteria.departureTo())
                .with("noches_min", criteria.nightsMin())
                .with("noches_max", criteria.nightsMax())
                .with("base", criteria.occupancy());
        return List.of(PageRequest.of(search.uri(), PageRole.LISTING));
    }

    @Override
    public PageReading read(Page page, PageRequest request) {
        Element departures = page.document().selectFirst("#programa table.tarifario");
        if (departures != null) {
            Extraction offers = programme.read(page, departures);
            boolean empty = offers.equals(Extraction.NOTHING) && saysEmpty(page);
            return new PageReading(
                    offers, follow(page, request, NEXT), empty ? Signature.SAYS_EMPTY : Signature.RECOGNISED);
        }
        List<PageRequest> programmes = follow(page, request, "#resultados .programa a.ver");
        if (programmes.isEmpty()) {
            Signature signature = saysEmpty(page) ? Signature.SAYS_EMPTY : Signature.UNKNOWN;
            return new PageReading(Extraction.NOTHING, List.of(), signature);
        }
        List<PageRequest> all = new ArrayList<>(programmes);
        all.addAll(follow(page, request, NEXT));
        return new PageReading(Extraction.NOTHING, all, Signature.RECOGNISED);
    }

    private static boolean saysEmpty(Page page) {
        return page.document().selectFirst("#resultados p.sin-resultados, #programa p.sin-resultados") != null;
    }

    private static List<PageRequest> follow(Page page, PageRequest request, String selector) {
        Stream<PageRequest> pages = SiteLinks.all(page, selector)
                .map(address -> new PageRequest(address, PageRole.LISTING, request.context()));
        return pages.toList();
    }
}
