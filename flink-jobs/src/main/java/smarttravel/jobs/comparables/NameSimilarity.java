package smarttravel.jobs.comparables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How alike two hotels' names are, 0 to 1: a weighted soft Jaccard index of their words.
 *
 * <p>Words are paired one to one, the most alike first, where their {@link WordSimilarity} reaches {@value #SAME_WORD}. The
 * weight of the paired words times their similarity, divided by the weight of all words of both names, pairs counted once.
 */
final class NameSimilarity {
    /** From here on two words are one, mistyped. */
    static final double SAME_WORD = 0.92;
    /** Names that differ by where words are parted. */
    private static final double WRITTEN_TOGETHER = 0.97;
    /** What is left of a likeness that rests on a former name. */
    private static final double BY_FORMER_NAME = 0.95;
    /** What is left of a likeness when both say their chain and it is another. */
    private static final double OTHER_CHAIN = 0.5;

    private static final Comparator<Pair> MOST_ALIKE = Comparator.comparingDouble(Pair::likeness)
            .reversed()
            .thenComparingInt(Pair::left)
            .thenComparingInt(Pair::right);

    private record Pair(int left, int right, double likeness) {}

    private NameSimilarity() {}

    /** Symmetric; 1 for the same words in any order. */
    static double of(HotelName a, HotelName b) {
        double best = ofWords(a, b);
        if (a.former() != null) {
            best = Math.max(best, BY_FORMER_NAME * ofWords(a.former(), b));
        }
        if (b.former() != null) {
            best = Math.max(best, BY_FORMER_NAME * ofWords(a, b.former()));
        }
        if (a.former() != null && b.former() != null) {
            best = Math.max(best, BY_FORMER_NAME * BY_FORMER_NAME * ofWords(a.former(), b.former()));
        }
        return best;
    }

    private static double ofWords(HotelName a, HotelName b) {
        double likeness = softJaccard(a.words(), b.words());
        String together = a.together();
        if (!together.isEmpty() && together.equals(b.together())) {
            likeness = Math.max(likeness, WRITTEN_TOGETHER);
        }
        return saysAnotherChain(a, b) ? OTHER_CHAIN * likeness : likeness;
    }

    private static double softJaccard(List<NameWord> left, List<NameWord> right) {
        double shared = 0;
        double all = weight(left) + weight(right);
        boolean[] leftTaken = new boolean[left.size()];
        boolean[] rightTaken = new boolean[right.size()];
        for (Pair pair : pairs(left, right)) {
            if (!leftTaken[pair.left()] && !rightTaken[pair.right()]) {
                leftTaken[pair.left()] = true;
                rightTaken[pair.right()] = true;
                double weight = (left.get(pair.left()).weight()
                                + right.get(pair.right()).weight())
                        / 2;
                shared += weight * pair.likeness();
                all -= weight;
            }
        }
        return all == 0 ? 0 : shared / all;
    }

    private static List<Pair> pairs(List<NameWord> left, List<NameWord> right) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                double likeness =
                        WordSimilarity.of(left.get(i).text(), right.get(j).text());
                if (likeness >= SAME_WORD) {
                    pairs.add(new Pair(i, j, likeness));
                }
            }
        }
        pairs.sort(MOST_ALIKE);
        return pairs;
    }

    private static double weight(List<NameWord> words) {
        double sum = 0;
        for (NameWord word : words) {
            sum += word.weight();
        }
        return sum;
    }

    private static boolean saysAnotherChain(HotelName a, HotelName b) {
        List<String> chains = chains(a);
        List<String> others = chains(b);
        return !chains.isEmpty()
                && !others.isEmpty()
                && chains.stream()
                        .noneMatch(chain ->
                                others.stream().anyMatch(other -> WordSimilarity.of(chain, other) >= SAME_WORD));
    }

    private static List<String> chains(HotelName name) {
        return name.words().stream()
                .filter(word -> word.sort() == NameWord.Sort.CHAIN)
                .map(NameWord::text)
                .toList();
    }
}
