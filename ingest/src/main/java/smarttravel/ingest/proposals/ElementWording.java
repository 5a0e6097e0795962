package smarttravel.ingest.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Words selectors for an element: by what it means where the page says so, by its position where nothing else is left. */
final class ElementWording {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> SPEAKING = Set.of(
            "a", "article", "b", "dd", "del", "dt", "em", "figcaption", "ins", "s", "strike", "strong", "time", "mark");
    private static final Set<String> LAYOUT_ATTRIBUTES = Set.of("bgcolor", "align", "valign", "color", "nowrap");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z_-]{1,39}");
    private static final Pattern MODULE = Pattern.compile("([A-Za-z][A-Za-z0-9-]{2,}_{1,3})[A-Za-z0-9_-]{4,8}");
    private static final int ANCESTORS = 4;

    private ElementWording() {}

    /** Selectors that look at the element alone, the cheapest first. */
    static List<WordedSelector> alone(Element element) {
        List<WordedSelector> words = new ArrayList<>();
        String tag = element.normalName();
        for (Attribute attribute : element.attributes()) {
            addAttribute(words, tag, attribute.getKey(), attribute.getValue());
        }
        List<String> names = ClassNames.lasting(element);
        for (int i = 0; i < Math.min(6, names.size()); i++) {
            double cost = 1 + ClassNames.cost(names.get(i)) + 0.02 * i;
            words.add(new WordedSelector("." + names.get(i), cost));
            words.add(new WordedSelector(tag + "." + names.get(i), cost + 0.4));
        }
        for (int i = 1; i < Math.min(4, names.size()); i++) {
            double cost = 1.7 + ClassNames.cost(names.get(0)) + ClassNames.cost(names.get(i));
            words.add(new WordedSelector("." + names.get(0) + "." + names.get(i), cost));
        }
        for (String name : element.classNames()) {
            Matcher module = MODULE.matcher(name);
            if (!names.contains(name) && module.matches()) {
                words.add(new WordedSelector("[class*=" + module.group(1) + "]", 1.6));
            }
        }
        words.add(new WordedSelector(tag, HEADINGS.contains(tag) ? 1.3 : SPEAKING.contains(tag) ? 1.9 : 2.5));
        words.sort(Comparator.comparingDouble(WordedSelector::cost));
        return words;
    }

    private static void addAttribute(List<WordedSelector> words, String tag, String key, String value) {
        boolean word = WORD.matcher(value).matches();
        if (word && (key.equals("itemprop") || key.startsWith("data-"))) {
            words.add(new WordedSelector("[" + key + "=" + value + "]", key.equals("itemprop") ? 0.6 : 0.9));
        } else if (key.equals("data-testid")
                || key.equals("data-id")
                || key.equals("data-sku")
                || key.equals("data-product-id")) {
            words.add(new WordedSelector(tag + "[" + key + "]", 1.3));
        } else if (key.equals("itemtype")) {
            words.add(new WordedSelector("[itemtype$=" + value.substring(value.lastIndexOf('/') + 1) + "]", 0.8));
        } else if (LAYOUT_ATTRIBUTES.contains(key)) {
            words.add(new WordedSelector(tag + "[" + key + "]", 2.2));
            if (word) {
                words.add(new WordedSelector(tag + "[" + key + "=" + value + "]", 2.3));
            }
        }
    }

    /** Selectors that find the element from one that is above it. */
    static List<WordedSelector> inside(Element element, Element outer) {
        Map<String, WordedSelector> words = new LinkedHashMap<>();
        List<WordedSelector> alone = alone(element);
        alone.forEach(word -> words.put(word.css(), word));
        String combinator = " > ";
        Element above = element.parent();
        for (int up = 0; up < ANCESTORS && above != null && !above.equals(outer); up++, above = above.parent()) {
            for (WordedSelector context : cheapest(alone(above), 3)) {
                for (WordedSelector word : cheapest(alone, 3)) {
                    WordedSelector both = word.under(context, combinator);
                    words.putIfAbsent(both.css(), both);
                }
            }
            combinator = " ";
        }
        WordedSelector path = path(element, outer);
        words.putIfAbsent(path.css(), path);
        return new ArrayList<>(words.values());
    }

    /** The way of children from one element down to another. */
    static WordedSelector path(Element element, Element outer) {
        StringBuilder path = new StringBuilder();
        int steps = 0;
        for (Element at = element; at != null && !at.equals(outer); at = at.parent()) {
            path.insert(0, " > " + step(at));
            steps++;
        }
        return new WordedSelector(path.isEmpty() ? element.normalName() : path.substring(1), 4 + steps);
    }

    private static String step(Element element) {
        int position = 1;
        boolean alone = true;
        for (Element before = element.previousElementSibling();
                before != null;
                before = before.previousElementSibling()) {
            position += before.normalName().equals(element.normalName()) ? 1 : 0;
        }
        for (Element after = element.nextElementSibling(); after != null && alone; after = after.nextElementSibling()) {
            alone = !after.normalName().equals(element.normalName());
        }
        return position == 1 && alone ? element.normalName() : element.normalName() + ":nth-of-type(" + position + ")";
    }

    static List<WordedSelector> cheapest(List<WordedSelector> words, int count) {
        return words.subList(0, Math.min(count, words.size()));
    }
}
