package smarttravel.ingest.proposals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what looks like an amount of money in running text: fast and without settling what the amount means, which is
 * {@link smarttravel.ingest.prices.PriceParser}'s part.
 */
final class PriceWords {
    private static final String CODES =
            "USD|EUR|GBP|ARS|BRL|CLP|MXN|COP|PEN|UYU|PYG|BOB|VES|CRC|DOP|GTQ|CAD|AUD|NZD|CHF|JPY|CNY|HKD|SGD|KRW|INR"
                    + "|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|RSD|HRK|UAH|RUB|TRY|ILS|AED|SAR|EGP|MAD|ZAR|THB|VND|IDR|MYR|PHP|TWD";
    private static final String WORDS =
            "zł|Kč|Ft|kn|kr\\.?|lei|лв\\.?|руб\\.?|Rs\\.?|RM|Rp|S/\\.?|Bs\\.?|pesos|euros?|dollars?";
    private static final String SIGN = "(?:U\\$[SD]\\b|\\b(?:US|AR|AU|A|CA|C|NZ|HK|NT|S|R|MX|CL|U)?\\$|\\p{Sc})";
    private static final String CURRENCY =
            "(?:" + SIGN + "|\\b(?:" + CODES + ")\\b|(?<![\\p{L}])(?:" + WORDS + ")(?![\\p{L}]))";
    private static final String AMOUNT = "\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})+(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?"
            + "|\\d{1,9}(?: [.,] \\d{2}(?!\\d)|[.,]\\d{1,2}(?!\\d))?";
    private static final Pattern PRICE = Pattern.compile(
            "(?<before>" + CURRENCY + ")[\\s\\u00a0\\u202f]{0,3}(?<left>" + AMOUNT + ")(?![\\d%])|(?<![\\d.,])(?<right>"
                    + AMOUNT + ")(?:[.,][-–—]+)?[ \\u00a0\\u202f]?(?<after>" + CURRENCY + ")");
    private static final Pattern BARE = Pattern.compile("(?<![\\d.,])(?:" + AMOUNT + ")(?![\\d%])");
    private static final Pattern CENTS = Pattern.compile("[.,](\\d{1,2})$");

    /**
     * One amount in a text.
     *
     * @param currency the sign, code or word beside it; "" when there is none
     */
    record Found(int start, int end, BigDecimal amount, String currency) {}

    private PriceWords() {}

    /** Amounts with a currency, from the left, at most so many. */
    static List<Found> find(CharSequence text, int atMost) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = PRICE.matcher(text);
        while (found.size() < atMost && matcher.find()) {
            boolean signFirst = matcher.group("before") != null;
            String digits = matcher.group(signFirst ? "left" : "right");
            String currency = matcher.group(signFirst ? "before" : "after");
            found.add(new Found(matcher.start(), matcher.end(), amount(digits), currency));
        }
        return found;
    }

    /** Amounts whether or not a currency stands beside them. */
    static List<Found> findBare(CharSequence text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = BARE.matcher(text);
        while (matcher.find()) {
            found.add(new Found(matcher.start(), matcher.end(), amount(matcher.group()), ""));
        }
        return found;
    }

    private static BigDecimal amount(String text) {
        String compact = text.replaceAll("[\\s\\u00a0\\u202f'’]", "");
        Matcher cents = CENTS.matcher(compact);
        String whole = cents.find() ? compact.substring(0, cents.start()) : compact;
        String fraction = whole.length() == compact.length() ? "" : "." + compact.substring(whole.length() + 1);
        return new BigDecimal(whole.replaceAll("[.,]", "") + fraction);
    }
}
