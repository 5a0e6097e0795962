package smarttravel.stack.sites;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import smarttravel.events.PriceObservation;
import smarttravel.stack.sites.OfferSearch.Form;
import smarttravel.stack.sites.OfferSearch.Found;

/**
 * What the listings of all sites have in common: the offers of one page, the way to its neighbours, the search form.
 *
 * @param form what the site's form calls its fields
 */
record Listing(Form form) {
    private static final int TEASERS = 3;

    /** The gaps' values of a listing. */
    Map<String, Object> values(SiteRequest request, Shelf shelf, OfferSearch search, List<PriceObservation> sold) {
        Found found = search.in(shelf, sold);
        OfferWords words = new OfferWords(shelf);
        Map<String, Object> values = new HashMap<>();
        values.put("ofertas", words.of(found.offers()));
        values.put("total", found.total());
        values.put("pagina", found.page());
        values.put("paginas", pages(request, found));
        values.put("ultima", found.pages());
        if (!found.isLast()) {
            values.put("siguiente", request.with(form.page(), found.page() + 1));
        }
        if (found.page() > 1) {
            values.put("anterior", request.with(form.page(), found.page() - 1));
        }
        values.put(
                "destacadas",
                words.of(sold.stream().limit(TEASERS).map(shelf::asShown).toList()));
        values.put("destinos", destinations(shelf, sold));
        request.parameters().forEach((name, value) -> values.put("buscado_" + name, value));
        return values;
    }

    private List<Map<String, String>> pages(SiteRequest request, Found found) {
        List<Map<String, String>> pages = new ArrayList<>();
        for (int page = Math.max(1, found.page() - 2); page <= Math.min(found.pages(), found.page() + 2); page++) {
            pages.add(Map.of("numero", Integer.toString(page), "enlace", request.with(form.page(), page)));
        }
        return pages;
    }

    private static List<Map<String, String>> destinations(Shelf shelf, List<PriceObservation> sold) {
        return sold.stream()
                .map(PriceObservation::destination)
                .distinct()
                .sorted()
                .map(code ->
                        Map.of("lugar", code, "lugar_ciudad", shelf.cities().getOrDefault(code, code)))
                .toList();
    }
}
