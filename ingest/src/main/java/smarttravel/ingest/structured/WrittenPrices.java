package smarttravel.ingest.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers that stand beside a currency's sign or code in a text. One pass, looking only around signs. */
final class WrittenPrices {
    private static final String SIGNS = "$€£¥₹₽₺₩₪₫₴฿";
    private static final Set<String> CODES = Set.of(
            "EUR", "USD", "GBP", "ARS", "BRL", "CHF", "PLN", "SEK", "DKK", "NOK", "MXN", "CLP", "UYU", "COP", "PEN",
            "CAD", "AUD");
    private static final Set<String> WORDS = Set.of("zł", "kr");
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\d{1,3}(?:[.,' ’]\\d{3})+|\\d{1,12})(?:[.,]\\d{1,2})?(?!\\d)");
    private static final int LONGEST_NUMBER = 20;

    private final String text;
    private final Matcher number;
    private final List<String> found = new ArrayList<>();
    private int taken;

    private WrittenPrices(String text) {
        this.text = text;
        this.number = NUMBER.matcher(text);
    }

    /** The numbers as they are written, in order; whitespace in the text is single. */
    static List<String> in(String text) {
        WrittenPrices prices = new WrittenPrices(text);
        for (int i = 0; i < text.length(); i++) {
            int end = prices.signAt(i);
            if (end > i) {
                prices.before(i);
                prices.after(end);
                i = end - 1;
            }
        }
        return prices.found;
    }

    /** Where the sign that begins here ends; the same place when none does. */
    private int signAt(int at) {
        char letter = text.charAt(at);
        if (letter > 'z' || letter == '$') {
            return SIGNS.indexOf(letter) >= 0 ? at + 1 : at;
        }
        if (letter >= 'A' && letter <= 'Z') {
            return isWord(at, 3) && CODES.contains(text.substring(at, at + 3)) ? at + 3 : at;
        }
        boolean word = (letter == 'z' || letter == 'k') && isWord(at, 2) && WORDS.contains(text.substring(at, at + 2));
        return word ? at + 2 : at;
    }

    private boolean isWord(int at, int length) {
        int end = at + length;
        return end <= text.length()
                && (at == 0 || !Character.isLetter(text.charAt(at - 1)))
                && (end == text.length() || !Character.isLetter(text.charAt(end)));
    }

    private void after(int signEnd) {
        int from = signEnd < text.length() && text.charAt(signEnd) == ' ' ? signEnd + 1 : signEnd;
        if (number.region(from, text.length()).lookingAt()) {
            found.add(number.group());
            taken = number.end();
        }
    }

    private void before(int sign) {
        int end = sign > 0 && text.charAt(sign - 1) == ' ' ? sign - 1 : sign;
        int from = end;
        while (from > taken && end - from < LONGEST_NUMBER && isPartOfNumber(from - 1)) {
            from--;
        }
        while (from < end && !Character.isDigit(text.charAt(from))) {
            from++;
        }
        if (from < end && number.region(from, end).matches()) {
            found.add(number.group());
            taken = end;
        }
    }

    private boolean isPartOfNumber(int at) {
        char letter = text.charAt(at);
        return (letter >= '0' && letter <= '9') || ".,' ’".indexOf(letter) >= 0;
    }
}
