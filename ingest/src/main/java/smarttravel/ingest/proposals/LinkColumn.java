package smarttravel.ingest.proposals;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import smarttravel.ingest.offers.OfferField;

/** Finds the address that a record leads to: the link around, in or nearest to its name, another one for each record. */
final class LinkColumn {
    private LinkColumn() {}

    /**
     * The column; empty when there are no links or all lead to the same place.
     *
     * @param name where the record's name was found
     */
    static Optional<FieldRule> find(RecordSet set, FieldRule name) {
        Map<Element, Element> targets = new LinkedHashMap<>();
        Set<String> addresses = new HashSet<>();
        for (Element record : set.records()) {
            link(record, name).ifPresent(link -> {
                targets.put(record, link);
                addresses.add(link.absUrl("href"));
            });
        }
        boolean telling = targets.size() * 2 >= set.records().size() && addresses.size() * 10 >= targets.size() * 7;
        List<String> selectors = telling ? TargetSelectors.choose(set.records(), targets) : List.of();
        return selectors.isEmpty() ? Optional.empty() : Optional.of(new FieldRule(OfferField.URL, selectors, "href"));
    }

    private static Optional<Element> link(Element record, FieldRule name) {
        Element named = record.selectFirst(name.selectors().get(0));
        if (named != null) {
            Element around = named.closest("a[href]");
            if (around != null
                    && leads(around)
                    && (around.equals(record) || around.parents().contains(record))) {
                return Optional.of(around);
            }
            Optional<Element> inside =
                    named.select("a[href]").stream().filter(LinkColumn::leads).findFirst();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return record.select("a[href]").stream().filter(LinkColumn::leads).findFirst();
    }

    private static boolean leads(Element link) {
        String address = link.attr("href").strip();
        return !address.isEmpty() && !address.startsWith("#") && !address.startsWith("javascript:");
    }
}
