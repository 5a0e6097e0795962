package velero;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import smarttravel.events.Kind;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.SearchCriteria;

/**
 * Reads a shipping line's list of cruises: a table of departures, and a link to the next page of it.
 *
 * <p>Has no state, so several threads may use it. Never fetches: it says which pages to fetch.
 */
final class VeleroStrategy implements ProviderStrategy {
    private final ProviderFile file;

    VeleroStrategy(ProviderFile file) {
        this.file = file;
    }

    @Override
    public List<PageRequest> begin(SearchCriteria criteria) {
        if (criteria.kind().orElse(Kind.CRUISE) != Kind.CRUISE) {
            return List.of();
        }
        String filter = criteria.destination().map(port -> "?puerto=" + port).orElse("");
        List<PageRequest> pages = new ArrayList<>();
        for (URI start : file.start()) {
            pages.add(PageRequest.of(start.resolve(start.getPath() + filter), PageRole.LISTING));
        }
        return pages;
    }

    @Override
    public PageReading read(Page page, PageRequest request) {
        Element list = page.document().selectFirst("#salidas");
        if (list == null) {
            return new PageReading(Extraction.NOTHING, List.of(), Signature.UNKNOWN);
        }
        List<ExtractedOffer> offers = new ArrayList<>();
        List<RefusedOffer> refused = new ArrayList<>();
        for (Element row : list.select("tr[data-salida]")) {
            ExtractedOffer offer = offer(row);
            if (offer.has(OfferField.PRICE) || offer.has(OfferField.AVAILABILITY)) {
                offers.add(offer);
            } else {
                refused.add(new RefusedOffer("no-amount", "neither a price nor sold out: " + row.text(), offer));
            }
        }
        Signature signature = offers.isEmpty() ? Signature.SAYS_EMPTY : Signature.RECOGNISED;
        return new PageReading(new Extraction(offers, refused), next(list, request.context()), signature);
    }

    private static ExtractedOffer offer(Element row) {
        ExtractedOffer.Builder offer = ExtractedOffer.builder();
        offer.put(OfferField.OFFER_ID, row.attr("data-salida"), "tr[data-salida]");
        offer.put(OfferField.DEPARTURE, row.select("time").attr("datetime"), "time[datetime]");
        offer.put(OfferField.NAME, row.select(".barco").text(), ".barco");
        offer.put(OfferField.URL, row.select(".barco a").attr("abs:href"), ".barco a");
        offer.put(OfferField.NIGHTS, row.select(".noches").text().replaceAll("\\D", ""), ".noches");
        offer.put(OfferField.DESTINATION, row.select("[data-puerto]").attr("data-puerto"), "[data-puerto]");
        // "1.234" on this site is one thousand and more, and never has cents
        offer.put(OfferField.PRICE, row.select(".precio").text().replaceAll("\\D", ""), ".precio");
        if (row.select(".precio").text().contains("Agotado")) {
            offer.put(OfferField.AVAILABILITY, "SOLD_OUT", ".precio");
        }
        return offer.build();
    }

    private static List<PageRequest> next(Element list, Map<String, String> context) {
        List<PageRequest> next = new ArrayList<>();
        for (Element link : list.select("a[rel=next]")) {
            next.add(new PageRequest(URI.create(link.absUrl("href")), PageRole.LISTING, context));
        }
        return next;
    }
}
