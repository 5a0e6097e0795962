package smarttravel.ingest.selectors;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a provider's words mean, whatever their case: the whole text, else the longest word that stands in it. */
final class WordTable {
    static final WordTable EMPTY = new WordTable(Map.of());

    private final List<Map.Entry<String, String>> longestFirst;

    /**
     * A table.
     *
     * @param meanings from the page's words to the field's text
     */
    WordTable(Map<String, String> meanings) {
        this.longestFirst = meanings.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()))
                .sorted(Comparator.comparingInt((Map.Entry<String, String> entry) ->
                                entry.getKey().length())
                        .reversed())
                .toList();
    }

    boolean isEmpty() {
        return longestFirst.isEmpty();
    }

    @Nullable
    String meaning(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> entry : longestFirst) {
            if (holds(lower, entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** Whether the word stands in the text, not as a part of another word. */
    private static boolean holds(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean starts = at == 0 || !(isLetter(text, at - 1) && isLetter(text, at));
            boolean ends = end == text.length() || !(isLetter(text, end - 1) && isLetter(text, end));
            if (starts && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(String text, int index) {
        return Character.isLetterOrDigit(text.charAt(index));
    }
}
