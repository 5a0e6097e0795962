package smarttravel.ingest.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jsoup.select.Evaluator;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.structured.StructuredData;

/**
 * Writes a name that is shown in parts, such as a brand over a description, the way the page itself writes it where it speaks
 * to machines: with the same comma or dash between the parts. So an offer is called the same whichever of the two is read.
 */
final class NameParts {
    private static final List<String> SEPARATORS = List.of(", ", " - ", " – ", " | ", ": ", " / ", " · ");
    private static final int MOST_PARTS = 4;

    private final FieldRule name;
    private final Map<Element, String> wanted;

    private NameParts(FieldRule name, Map<Element, String> wanted) {
        this.name = name;
        this.wanted = wanted;
    }

    /** What the page calls its offers in its markup for machines, by their addresses. */
    static Map<String, String> inMarkup(Page page) {
        Map<String, String> names = new HashMap<>();
        for (ExtractedOffer offer :
                new StructuredData(PriceHint.NONE).extract(page).offers()) {
            String address = offer.text(OfferField.URL);
            String name = offer.text(OfferField.NAME);
            if (address != null && name != null) {
                names.put(address, name);
            }
        }
        return names;
    }

    /**
     * The name's rule with its parts joined; empty when the names agree as they are, or differ in more than marks.
     *
     * @param inMarkup names by address
     */
    static Optional<FieldRule> joined(FieldRule name, FieldRule link, RecordSet set, Map<String, String> inMarkup) {
        Map<Element, String> wanted = new LinkedHashMap<>();
        boolean different = false;
        for (Element record : set.records()) {
            Element shown = record.selectFirst(name.selectors().get(0));
            Element led = record.selectFirst(link.selectors().get(0));
            String said = led == null ? null : inMarkup.get(led.absUrl("href"));
            if (shown != null && said != null && words(said).equals(words(shown.text()))) {
                wanted.put(record, collapsed(said));
                different |= !collapsed(said).equals(shown.text());
            }
        }
        boolean most = wanted.size() * 10 >= set.records().size() * 9;
        return most && different && name.attribute().isEmpty() ? new NameParts(name, wanted).rule() : Optional.empty();
    }

    private Optional<FieldRule> rule() {
        List<String> selectors = new ArrayList<>();
        for (Map<Element, Element> column : columns()) {
            only(column).ifPresent(selectors::add);
        }
        String all = String.join(", ", selectors);
        return selectors.size() < 2
                ? Optional.empty()
                : SEPARATORS.stream()
                        .filter(separator -> agrees(all, separator))
                        .findFirst()
                        .map(separator -> new FieldRule(OfferField.NAME, List.of(all), "", separator));
    }

    /** The elements with words of their own inside of the name, the first of every record together, then the second. */
    private List<Map<Element, Element>> columns() {
        List<Map<Element, Element>> columns = new ArrayList<>();
        for (Element record : wanted.keySet()) {
            Element shown = record.selectFirst(name.selectors().get(0));
            List<Element> parts = shown == null
                    ? List.of()
                    : shown.stream().filter(part -> !part.ownText().isBlank()).toList();
            for (int i = 0; i < Math.min(MOST_PARTS, parts.size()); i++) {
                if (columns.size() == i) {
                    columns.add(new LinkedHashMap<>());
                }
                columns.get(i).put(record, parts.get(i));
            }
        }
        return columns;
    }

    /** What selects the part of each record and nothing else in it. */
    private static Optional<String> only(Map<Element, Element> column) {
        Map.Entry<Element, Element> example = column.entrySet().iterator().next();
        return ElementWording.inside(example.getValue(), example.getKey()).stream()
                .sorted(Comparator.comparingDouble(WordedSelector::cost))
                .filter(word -> selectsOnly(word.evaluator(), column))
                .map(WordedSelector::css)
                .findFirst();
    }

    private static boolean selectsOnly(Evaluator evaluator, Map<Element, Element> column) {
        return column.entrySet().stream().allMatch(cell -> {
            Elements found = cell.getKey().select(evaluator);
            return found.size() == 1 && found.get(0).equals(cell.getValue());
        });
    }

    private boolean agrees(String selectors, String separator) {
        return wanted.entrySet().stream()
                .allMatch(cell -> String.join(
                                separator, cell.getKey().select(selectors).eachText())
                        .equals(cell.getValue()));
    }

    private static String words(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static String collapsed(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
