package smarttravel.ingest.prices;

import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of what pages write for currencies: signs, words, ISO 4217 codes. */
final class CurrencyWords {
    /** Codes that are words in capitals too ("ALL INCLUSIVE", "TOP 10"), and those that are no money one pays with. */
    private static final Set<String> NOT_MONEY =
            Set.of("ALL", "TOP", "SOS", "SIT", "XXX", "XTS", "XAU", "XAG", "XPT", "XPD", "XDR", "XUA", "XSU");

    private static final Set<String> CODES = codes();
    private static final Map<String, CurrencyMark> WORDS = words();
    private static final int LONGEST =
            WORDS.keySet().stream().mapToInt(String::length).max().orElse(0);
    private static final Set<Character> FIRST_CHARACTERS = firstCharacters();

    private CurrencyWords() {}

    /** A mark and where it ends. */
    record Found(CurrencyMark mark, int end) {}

    /** The longest mark that starts at a place of a plain text. */
    static @Nullable Found at(String text, int start) {
        if (!FIRST_CHARACTERS.contains(Character.toLowerCase(text.charAt(start))) || isInsideWord(text, start)) {
            return null;
        }
        for (int end = Math.min(text.length(), start + LONGEST); end > start; end--) {
            CurrencyMark mark = endsWord(text, end) ? named(text.substring(start, end)) : null;
            if (mark != null) {
                return new Found(mark, end);
            }
        }
        return null;
    }

    /** The currency that a hint means: the whole of it, or a mark that cannot be a word by accident in a longer text. */
    static Optional<CurrencyMark> markIn(String hint) {
        String plain = PlainText.of(hint).strip();
        if (plain.isEmpty() || plain.length() > PriceParser.LONGEST_TEXT) {
            return Optional.empty();
        }
        CurrencyMark whole = named(plain);
        if (whole == null && plain.endsWith(".")) {
            whole = named(plain.substring(0, plain.length() - 1));
        }
        return whole != null ? Optional.of(whole) : beside(PriceTokens.of(plain));
    }

    private static Optional<CurrencyMark> beside(List<PriceToken> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            CurrencyMark mark = tokens.get(i).currency();
            if (mark != null && (!isWord(tokens.get(i).text()) || isNumber(tokens, i - 1) || isNumber(tokens, i + 1))) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }

    private static boolean isNumber(List<PriceToken> tokens, int index) {
        return index >= 0 && index < tokens.size() && tokens.get(index).kind() == PriceToken.Kind.NUMBER;
    }

    private static boolean isWord(String text) {
        return text.chars().allMatch(Character::isLetter) && !CODES.contains(text);
    }

    private static @Nullable CurrencyMark named(String word) {
        if (CODES.contains(word)) {
            return CurrencyMark.of(word);
        }
        return WORDS.get(key(word));
    }

    private static boolean isShortLatin(String word) {
        return word.length() <= 2 && word.chars().allMatch(c -> c < 0x80 && Character.isLetter(c));
    }

    private static boolean isInsideWord(String text, int start) {
        return start > 0 && isSpelled(text.charAt(start)) && isSpelled(text.charAt(start - 1));
    }

    private static boolean endsWord(String text, int end) {
        return end == text.length() || !isSpelled(text.charAt(end)) || !isSpelled(text.charAt(end - 1));
    }

    /** Whether words of such characters are parted by spaces. */
    private static boolean isSpelled(char c) {
        return Character.isLetter(c) && !Character.isIdeographic(c);
    }

    private static Set<String> codes() {
        Set<String> codes = new HashSet<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            codes.add(currency.getCurrencyCode());
        }
        codes.removeAll(NOT_MONEY);
        return codes;
    }

    private static Set<Character> firstCharacters() {
        Set<Character> first = new HashSet<>();
        WORDS.keySet().forEach(word -> first.add(Character.toLowerCase(word.charAt(0))));
        CODES.forEach(code -> first.add(Character.toLowerCase(code.charAt(0))));
        return first;
    }

    private static Map<String, CurrencyMark> words() {
        Map<String, CurrencyMark> words = new HashMap<>();
        WordTable.read("currency-words.txt", (codes, listed) -> {
            CurrencyMark mark = mark(codes);
            listed.stream().map(PlainText::of).forEach(word -> words.put(key(word), mark));
        });
        return words;
    }

    /** {@code "RON* MDL"}: one of two, mostly the first. */
    private static CurrencyMark mark(String codes) {
        List<String> plain = Arrays.asList(codes.replace("*", "").split(" ", -1));
        Optional<String> usual = Arrays.stream(codes.split(" ", -1))
                .filter(code -> code.endsWith("*"))
                .map(code -> code.replace("*", ""))
                .findFirst();
        return plain.size() == 1 ? CurrencyMark.of(plain.get(0)) : new CurrencyMark(plain, usual);
    }

    private static String key(String word) {
        return isShortLatin(word) ? word : word.toLowerCase(Locale.ROOT);
    }
}
