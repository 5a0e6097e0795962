package smarttravel.jobs.comparables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hotel's name taken to pieces: without accents, case, stars and what every hotel is or has, each word with its sort, and
 * the former name apart.
 *
 * <p>{@code "Hotel Buganvília & Spa 4* (ex. Sentido Buganvilla), Morro Jable"} is {@code buganvilia}, {@code morro jable}
 * (place), formerly {@code sentido} (chain) {@code buganvilla}.
 *
 * @param former absent when the name tells of none
 */
public record HotelName(List<NameWord> words, @Nullable HotelName former) {
    private static final Pattern FORMER =
            Pattern.compile("\\(\\s*(?:ex|former|formerly|fka|previously|antes|dawniej|vormals)\\b[^\\p{L}\\p{N}]*"
                    + "(?:known as\\s+)?([^)]*)\\)?"
                    + "|(?<=\\S)[\\s,-]+(?:ex|formerly|fka)\\b[.:-]?\\s+([^()]*)");
    private static final Pattern STARS = Pattern.compile(
            "\\d(?:[.,]5)?\\s*-?\\s*(?:[*★]+|stars?\\b|estrellas?\\b|sterne?\\b|gwiazdk\\w*)\\+?|[*★]+\\+?");

    /** What stands at the end, in brackets or after a comma or a dash. */
    private static final Pattern ADDRESS =
            Pattern.compile("(.*[\\p{L}\\p{N}].*?)\\s*(?:[(\\[,]|\\s[-–|])([^(\\[,|]*[\\p{L}\\p{N}][^(\\[,|]*)");
    /** From here on a word is one of the lists', mistyped. */
    static final double MISTYPED = 0.95;

    /** Reads a name as it is written at a place. */
    public static HotelName of(String text, Place place) {
        String plain = PlainText.of(text);
        Matcher former = FORMER.matcher(plain);
        if (!former.find()) {
            return new HotelName(words(plain, place), null);
        }
        String before = former.group(1) == null ? former.group(2) : former.group(1);
        List<NameWord> earlier = words(before, place);
        List<NameWord> now = words(former.replaceAll(" "), place);
        return now.isEmpty() || earlier.isEmpty()
                ? new HotelName(now.isEmpty() ? earlier : now, null)
                : new HotelName(now, new HotelName(earlier, null));
    }

    private static List<NameWord> words(String plain, Place place) {
        String named = STARS.matcher(plain).replaceAll(" ");
        Matcher address = ADDRESS.matcher(named);
        if (address.matches() && isPlace(Vocabulary.wordsOf(address.group(2)), place)) {
            return words(address.group(1), place);
        }
        List<String> words = Vocabulary.wordsOf(named).stream().distinct().toList();
        Map<Integer, NameWord.Sort> known = new HashMap<>();
        mark(words, place.names(), NameWord.Sort.PLACE, known);
        mark(words, Vocabulary.CHAINS, NameWord.Sort.CHAIN, known);
        List<NameWord> sorted = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            NameWord.Sort sort = known.get(i);
            sorted.add(new NameWord(word, sort == null ? sortOf(word) : sort));
        }
        return List.copyOf(sorted);
    }

    /** Whether there is nothing but what a place is called. */
    private static boolean isPlace(List<String> words, Place place) {
        Map<Integer, NameWord.Sort> known = new HashMap<>();
        mark(words, place.names(), NameWord.Sort.PLACE, known);
        return known.size() == words.size();
    }

    private static NameWord.Sort sortOf(String word) {
        if (Vocabulary.QUALIFIER.contains(word)) {
            return NameWord.Sort.QUALIFIER;
        }
        return Vocabulary.COMMON.contains(word) ? NameWord.Sort.COMMON : NameWord.Sort.PROPER;
    }

    private static void mark(
            List<String> words, List<List<String>> phrases, NameWord.Sort sort, Map<Integer, NameWord.Sort> known) {
        for (List<String> phrase : phrases) {
            for (int start = 0; start + phrase.size() <= words.size(); start++) {
                if (stands(phrase, words.subList(start, start + phrase.size()))) {
                    for (int i = start; i < start + phrase.size(); i++) {
                        known.putIfAbsent(i, sort);
                    }
                }
            }
        }
    }

    private static boolean stands(List<String> phrase, List<String> written) {
        for (int i = 0; i < phrase.size(); i++) {
            if (WordSimilarity.of(phrase.get(i), written.get(i)) < MISTYPED) {
                return false;
            }
        }
        return true;
    }

    /**
     * The words that are not the place's, written together: {@code Blue Bay} and {@code Bluebay} are one. Empty when what is
     * left is no name.
     */
    String together() {
        StringBuilder together = new StringBuilder();
        boolean isName = false;
        for (NameWord word : words) {
            if (word.sort() != NameWord.Sort.PLACE) {
                together.append(word.text());
                isName |= word.sort() == NameWord.Sort.PROPER;
            }
        }
        return isName ? together.toString() : "";
    }
}
