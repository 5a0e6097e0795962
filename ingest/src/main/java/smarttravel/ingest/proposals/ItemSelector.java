package smarttravel.ingest.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Words the selector that gives a page's records: all of them, and as little else as possible. */
final class ItemSelector {
    private static final double GOOD_ENOUGH = 0.97;
    private static final int LONGEST_PAGE_FOR_HAS = 60_000;

    private final RecordSet set;
    private final Element body;
    private final Set<Element> wanted;

    private ItemSelector(RecordSet set, Element body) {
        this.set = set;
        this.body = body;
        this.wanted = new HashSet<>(set.records());
    }

    /**
     * The selector.
     *
     * @param price how a record's price is selected inside of it
     * @param nodes the page's size: on large pages nothing expensive is tried
     */
    static String choose(RecordSet set, Element body, List<String> price, int nodes) {
        ItemSelector chooser = new ItemSelector(set, body);
        Map<String, WordedSelector> words = new LinkedHashMap<>();
        for (Element example : chooser.examples()) {
            chooser.around(example).forEach(word -> words.putIfAbsent(word.css(), word));
        }
        Rated best = chooser.best(new ArrayList<>(words.values()));
        if (best.fit < GOOD_ENOUGH && !price.isEmpty() && nodes < LONGEST_PAGE_FOR_HAS) {
            List<WordedSelector> having = words.values().stream()
                    .filter(word -> word.cost() < 7)
                    .map(word -> having(word, price))
                    .toList();
            Rated narrower = chooser.best(having);
            best = narrower.fit > best.fit + 0.02 ? narrower : best;
        }
        return best.word.css();
    }

    private static WordedSelector having(WordedSelector word, List<String> price) {
        return new WordedSelector(word.css() + ":has(" + price.get(0) + ")", word.cost() + 1);
    }

    private List<Element> examples() {
        List<Element> records = set.records();
        return List.of(records.get(0), records.get(records.size() / 2), records.get(records.size() - 1));
    }

    private List<WordedSelector> around(Element record) {
        List<WordedSelector> alone = ElementWording.alone(record);
        List<WordedSelector> words = new ArrayList<>(ElementWording.cheapest(alone, 8));
        String combinator = " > ";
        Element above = record.parent();
        for (int up = 0; up < 4 && above != null && !above.nameIs("body"); up++, above = above.parent()) {
            for (WordedSelector context : ElementWording.cheapest(withId(above), 3)) {
                for (WordedSelector word : ElementWording.cheapest(alone, 3)) {
                    words.add(word.under(context, combinator));
                }
            }
            combinator = " ";
        }
        words.add(tags(record));
        return words;
    }

    private static List<WordedSelector> withId(Element element) {
        List<WordedSelector> words = new ArrayList<>(ElementWording.alone(element));
        if (element.id().matches("[A-Za-z][A-Za-z_-]{2,30}")) {
            words.add(0, new WordedSelector("#" + element.id(), 1));
        }
        return words;
    }

    /** The names of the elements from the body down: long, but never wrong about a level of nested tables. */
    private static WordedSelector tags(Element record) {
        StringBuilder path = new StringBuilder(record.normalName());
        int steps = 1;
        for (Element at = record.parent(); at != null && !at.nameIs("html"); at = at.parent()) {
            path.insert(0, at.normalName() + " > ");
            steps++;
        }
        return new WordedSelector(path.toString(), 4 + steps * 0.15);
    }

    private record Rated(WordedSelector word, double fit, double score) {}

    private Rated best(List<WordedSelector> words) {
        return words.stream()
                .map(this::rate)
                .max(Comparator.comparingDouble(Rated::score).thenComparing(rated -> rated.word.css()))
                .orElseThrow();
    }

    private Rated rate(WordedSelector word) {
        Elements found = body.select(word.evaluator());
        int right = 0;
        double superfluous = 0;
        for (Element element : found) {
            if (wanted.contains(element)) {
                right++;
            } else {
                superfluous += set.spotsOf(element).isEmpty() ? 0.25 : 1;
            }
        }
        double fit = 2.0 * right / (right + superfluous + wanted.size());
        return new Rated(word, fit, fit - 0.015 * word.cost());
    }
}
