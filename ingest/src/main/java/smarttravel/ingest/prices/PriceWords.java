package smarttravel.ingest.prices;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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

    private static final Map<Meaning, Set<String>> WORDS = read();

    private static final Set<Meaning> GLUED =
            EnumSet.of(Meaning.LIST, Meaning.LIST_ALONE, Meaning.NOW, Meaning.PRICE, Meaning.TAX);

    private PriceWords() {}

    /** A word as the table has it. */
    static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        return Normalizer.normalize(lower.replace('ł', 'l'), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "");
    }

    static boolean is(String word, Meaning meaning) {
        return Objects.requireNonNull(WORDS.get(meaning)).contains(folded(word));
    }

    static boolean isCounted(String word) {
        return is(word, Meaning.COUNTED);
    }

    /** Whether a number may be glued to the word without making a code of it ({@code desde999}, but {@code m2}). */
    static boolean isLabel(String word) {
        boolean times = word.equalsIgnoreCase("x");
        return times || (!isCounted(word) && GLUED.stream().anyMatch(meaning -> is(word, meaning)));
    }

    private static Map<Meaning, Set<String>> read() {
        Map<Meaning, Set<String>> words = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            words.put(meaning, new HashSet<>());
        }
        WordTable.read("price-words.txt", (meaning, listed) -> {
            Set<String> meant = Objects.requireNonNull(words.get(Meaning.valueOf(meaning)));
            listed.forEach(word -> meant.add(folded(word)));
        });
        return words;
    }
}
