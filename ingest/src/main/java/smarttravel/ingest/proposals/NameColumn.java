package smarttravel.ingest.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import smarttravel.ingest.offers.OfferField;

/**
 * Finds what names a record: the text that nearly every record has and that differs from record to record, in a heading or
 * link or under a class that says so, neither a label nor a description.
 */
final class NameColumn {
    private static final int EXAMPLES = 3;
    private static final int ELEMENTS = 200;
    private static final int SAMPLE = 12;
    private static final int LONGEST = 220;
    private static final int LONGEST_RECORD = 4_000;
    private static final Pattern NAMING = Pattern.compile(
            "(?i)(?:title|titulo|título|(?:^|[^a-z])name|nombre|heading|headline|hotel-?name|product-?name)");
    private static final Pattern NOT_NAMING = Pattern.compile(
            "(?i)(?:desc|detail|locat|categor|meta|date|time|review|rating|label|badge|subtitle|feature|button|btn|tag|option|stock|seller|location|address)");
    private static final Evaluator LINK = QueryParser.parse("a[href]");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> NO_NAMES = Set.of(
            "script", "style", "noscript", "template", "svg", "button", "time", "select", "option", "input", "label");

    private final RecordSet set;
    private final Map<Element, String> recordTexts = new HashMap<>();

    private NameColumn(RecordSet set) {
        this.set = set.sample(SAMPLE);
        this.set.records().forEach(record -> recordTexts.put(record, Glimpse.of(record, LONGEST_RECORD)));
    }

    /** The best column; empty when no text tells the records apart. */
    static Optional<FieldRule> find(RecordSet set) {
        return new NameColumn(set).best();
    }

    private Optional<FieldRule> best() {
        FieldRule best = null;
        double most = 0.15;
        for (WordedSelector word : texts().values()) {
            double score = score(word, "") - 0.015 * word.cost();
            if (score > most) {
                most = score;
                best = new FieldRule(OfferField.NAME, List.of(word.css()), "");
            }
        }
        WordedSelector picture = new WordedSelector("img[alt]", 1);
        if (score(picture, "alt") * 0.5 > most) {
            best = new FieldRule(OfferField.NAME, List.of(picture.css()), "alt");
        }
        return Optional.ofNullable(best);
    }

    private Map<String, WordedSelector> texts() {
        Map<String, WordedSelector> words = new LinkedHashMap<>();
        List<Element> records = set.records();
        int step = Math.max(1, records.size() / EXAMPLES);
        for (int i = 0; i < records.size(); i += step) {
            Element record = records.get(i);
            record.stream()
                    .limit(ELEMENTS)
                    .filter(element -> mayName(element, record))
                    .forEach(element -> {
                        List<WordedSelector> inside =
                                new ArrayList<>(ElementWording.cheapest(ElementWording.alone(element), 3));
                        ElementWording.inside(element, record).stream()
                                .filter(word -> word.css().contains(" > "))
                                .sorted(Comparator.comparingDouble(WordedSelector::cost))
                                .limit(2)
                                .forEach(inside::add);
                        inside.add(ElementWording.path(element, record));
                        inside.forEach(word -> words.putIfAbsent(word.css(), word));
                    });
        }
        return words;
    }

    private boolean mayName(Element element, Element record) {
        boolean wholeRecord = element.equals(record) && element.childrenSize() > 1;
        if (wholeRecord || NO_NAMES.contains(element.normalName())) {
            return false;
        }
        String text = Glimpse.of(element, LONGEST + 1);
        return text.length() <= LONGEST
                && letters(text) >= 3
                && PriceWords.find(text, 1).isEmpty();
    }

    private double score(WordedSelector word, String attribute) {
        Evaluator evaluator = word.evaluator();
        Set<String> different = new HashSet<>();
        int hits = 0;
        double sum = 0;
        for (Element record : set.records()) {
            Element found = record.selectFirst(evaluator);
            String text =
                    found == null ? "" : attribute.isEmpty() ? Glimpse.of(found, LONGEST + 1) : found.attr(attribute);
            if (found != null && letters(text) >= 2) {
                hits++;
                different.add(text);
                sum += worth(found, text, record);
            }
        }
        double coverage = hits / (double) set.records().size();
        double distinct = hits == 0 ? 0 : different.size() / (double) hits;
        return hits == 0 ? 0 : sum / hits * coverage * coverage * (0.2 + 0.8 * distinct);
    }

    private double worth(Element element, String text, Element record) {
        double letters = letters(text);
        double worth = Math.min(1, 0.4 + letters / 20) * (text.length() > 110 ? 0.5 : 1);
        worth *= letters / text.length() < 0.4 ? 0.4 : 1;
        worth *= PriceWords.find(text, 1).isEmpty() ? 1 : 0.1;
        String classes = element.className() + " " + element.attr("itemprop");
        worth *= NAMING.matcher(classes).find() ? 1.4 : 1;
        worth *= NOT_NAMING.matcher(classes).find() ? 0.6 : 1;
        return worth * heading(element, record) * link(element, record) * position(text, record);
    }

    private static double heading(Element element, Element record) {
        if (within(element, record, at -> HEADINGS.contains(at.normalName()))) {
            return 1.5;
        }
        return element.nameIs("b") || element.nameIs("strong") ? 1.1 : 1;
    }

    private static double link(Element element, Element record) {
        boolean around = within(element, record, at -> at.nameIs("a"));
        return around || element.selectFirst(LINK) != null ? 1.25 : 1;
    }

    private static boolean within(Element element, Element record, Predicate<Element> wanted) {
        for (Element at = element; at != null && !at.equals(record); at = at.parent()) {
            if (wanted.test(at)) {
                return true;
            }
        }
        return false;
    }

    /** A name stands rather at the beginning. */
    private double position(String text, Element record) {
        String all = recordTexts.getOrDefault(record, "");
        int at = all.indexOf(text);
        return at <= 0 ? 1 : 1 - 0.25 * Math.min(1, at / (double) all.length());
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }
}
