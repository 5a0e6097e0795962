package smarttravel.ingest.prices;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of what words beside a number say about it. */
final class PriceWords {
    /** What a word can say; {@code price-words.txt} lists the words. */
    enum Meaning {
        /** The price before a reduction, and never the price. */
        LIST,
        /** The price before a reduction when another stands beside it; alone it is the price. */
        LIST_ALONE,
        /** The price that holds among several. */
        NOW,
        /** Some price follows. */
        PRICE,
        /** A tax, fee or surcharge of the state. */
        TAX,
        /** What is named next is inside the amount. */
        INCLUDING,
        /** What is named next is not inside the amount. */
        EXCLUDING,
        /** Payment in parts. */
        INSTALMENT,
        /** Money that is saved. */
        DISCOUNT,
        /** Money for something else: shipping, a deposit. */
        OTHER,
        /** A number for something else: an article's, a year. */
        CODE,
        /** A phone number follows. */
        PHONE,
        /** What numbers before it count. */
        COUNTED,
        /** A month's name. */
        MONTH,
        /** A power of ten. */
        SCALE,
        /** Paid by the month. */
        MONTHLY,
        /** Between the ends of a range. */
        RANGE,
        /** Between a rating and its scale. */
        RATING_OF,
        /** Says nothing by itself. */
        LINK,
        /** Costs nothing. */
        FREE,
        /** The seller wants to be asked. */
        ON_REQUEST
    }

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final Set<Meaning> GLUED =
            EnumSet.of(Meaning.LIST, Meaning.LIST_ALONE, Meaning.NOW, Meaning.PRICE, Meaning.TAX);

    private static final Map<String, Set<Meaning>> WORDS = read();
    private static final Set<String> PHRASE_STARTS = phraseStarts();

    private PriceWords() {}

    /** All that a word can say, or two words with a space between. */
    static Set<Meaning> meanings(String words) {
        return WORDS.getOrDefault(folded(words), Set.of());
    }

    /** Whether the table has two words of which this is the first. */
    static boolean startsPhrase(String word) {
        return PHRASE_STARTS.contains(folded(word));
    }

    /** Whether a number may be glued to the word without making a code of it ({@code desde999}, but {@code m2}). */
    static boolean isLabel(String word) {
        Set<Meaning> meanings = meanings(word);
        boolean glued = meanings.stream().anyMatch(GLUED::contains) && !meanings.contains(Meaning.COUNTED);
        return glued || word.equalsIgnoreCase("x");
    }

    /** A word as the table has it: small and without accents. */
    static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            if (lower.charAt(i) >= 0x80) {
                return ACCENTS.matcher(Normalizer.normalize(lower.replace('ł', 'l'), Normalizer.Form.NFD))
                        .replaceAll("");
            }
        }
        return lower;
    }

    private static Set<String> phraseStarts() {
        return WORDS.keySet().stream()
                .filter(words -> words.indexOf(' ') > 0)
                .map(words -> words.substring(0, words.indexOf(' ')))
                .collect(Collectors.toSet());
    }

    private static Map<String, Set<Meaning>> read() {
        Map<String, Set<Meaning>> words = new HashMap<>();
        WordTable.read("price-words.txt", (name, listed) -> {
            Meaning meaning = Meaning.valueOf(name);
            listed.forEach(word -> words.computeIfAbsent(folded(word), any -> EnumSet.noneOf(Meaning.class))
                    .add(meaning));
        });
        return words;
    }
}
