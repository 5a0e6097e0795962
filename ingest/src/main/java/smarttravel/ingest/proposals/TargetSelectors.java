package smarttravel.ingest.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/** Finds the selectors that lead from each record to the element that was pointed at in it. */
final class TargetSelectors {
    private static final int EXAMPLES = 3;
    private static final int MAX_ALTERNATIVES = 3;
    private static final int LOOKED_AT = 100;
    private static final double COST_WEIGHT = 0.02;
    private static final double WRONG_WEIGHT = 1.5;

    private TargetSelectors() {}

    /**
     * Selectors to be tried one after the other, in this order.
     *
     * @param targets the wanted element of each record that has one
     * @param records all, also those without such an element, where nothing should be found
     */
    static List<String> choose(List<Element> records, Map<Element, Element> targets) {
        List<String> chosen = new ArrayList<>();
        Map<Element, Element> missing = new LinkedHashMap<>(targets);
        List<Element> open = new ArrayList<>(records);
        while (!missing.isEmpty() && chosen.size() < MAX_ALTERNATIVES) {
            WordedSelector best = best(open, missing);
            if (best == null) {
                break;
            }
            chosen.add(best.css());
            Evaluator evaluator = best.evaluator();
            open.removeIf(record -> record.selectFirst(evaluator) != null);
            missing.keySet().retainAll(open);
        }
        return chosen;
    }

    private static @Nullable WordedSelector best(List<Element> records, Map<Element, Element> targets) {
        WordedSelector best = null;
        double most = 0;
        for (WordedSelector word : candidates(targets)) {
            double score = score(word, records, targets) - COST_WEIGHT * word.cost() * targets.size();
            if (score > most) {
                most = score;
                best = word;
            }
        }
        return best;
    }

    private static double score(WordedSelector word, List<Element> records, Map<Element, Element> targets) {
        Evaluator evaluator = word.evaluator();
        double score = 0;
        for (Element record : records) {
            Element found = record.selectFirst(evaluator);
            if (found != null) {
                score += same(found, targets.get(record)) ? 1 : -WRONG_WEIGHT;
            }
        }
        return score;
    }

    private static boolean same(Element found, @Nullable Element wanted) {
        return wanted != null
                && (found.equals(wanted) || Glimpse.of(found, LOOKED_AT).equals(Glimpse.of(wanted, LOOKED_AT)));
    }

    private static List<WordedSelector> candidates(Map<Element, Element> targets) {
        Map<String, WordedSelector> words = new HashMap<>();
        List<Element> records = new ArrayList<>(targets.keySet());
        int step = Math.max(1, records.size() / EXAMPLES);
        for (int i = 0; i < records.size(); i += step) {
            Element target = targets.get(records.get(i));
            if (target != null) {
                ElementWording.inside(target, records.get(i)).forEach(word -> words.putIfAbsent(word.css(), word));
            }
        }
        return words.values().stream()
                .sorted(Comparator.comparingDouble(WordedSelector::cost).thenComparing(WordedSelector::css))
                .toList();
    }
}
