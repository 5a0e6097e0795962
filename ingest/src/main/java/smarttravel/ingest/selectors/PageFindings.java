package smarttravel.ingest.selectors;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.RefusedOffer;

/** What was found on one page. */
final class PageFindings {
    private final List<ExtractedOffer> offers = new ArrayList<>();
    private final List<RefusedOffer> refused = new ArrayList<>();
    private final Map<URI, ExtractedOffer> details = new LinkedHashMap<>();

    private PageFindings() {}

    /**
     * Reads every item.
     *
     * @param detail link to the item's own page: an item that has one is read there, and is no offer yet
     */
    static PageFindings of(PageView view, PageRules rules, ItemReader reader, Optional<FieldRules> detail) {
        PageFindings findings = new PageFindings();
        rules.items().on(view).forEach(item -> {
            ItemReading reading = reader.read(item);
            Optional<URI> link = detail.flatMap(rule -> rule.find(item)).flatMap(found -> address(view, found.text()));
            findings.add(reading, link);
        });
        return findings;
    }

    private void add(ItemReading reading, Optional<URI> link) {
        if (reading instanceof ItemReading.Offered offered) {
            link.ifPresentOrElse(address -> details.put(address, offered.offer()), () -> offers.add(offered.offer()));
        } else if (reading instanceof ItemReading.Refused item) {
            link.ifPresentOrElse(
                    address -> details.put(address, item.refused().read()), () -> refused.add(item.refused()));
        }
    }

    /** Where a link leads; empty when that is no page. */
    static Optional<URI> address(PageView view, String link) {
        String absolute = view.absolute(link);
        if (absolute == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new URI(absolute.replace(" ", "%20").replace("[", "%5B").replace("]", "%5D")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    boolean isEmpty() {
        return offers.isEmpty() && refused.isEmpty() && details.isEmpty();
    }

    Extraction extraction() {
        return new Extraction(offers, refused);
    }

    Map<URI, ExtractedOffer> details() {
        return details;
    }
}
