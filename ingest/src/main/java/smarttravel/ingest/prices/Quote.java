package smarttravel.ingest.prices;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number of a text with the currency beside it.
 *
 * @param first index of its first token, which may be its currency
 * @param last index of its last token
 * @param digits as it is written, in plain text
 * @param amount nothing when the digits are grouped as no number is
 */
record Quote(
        int first,
        int last,
        String digits,
        Optional<CurrencyMark> currency,
        @Nullable BigDecimal amount) {
    private static final int LONGEST_BARE_INTEGER = 8;

    /** What a quote is for. */
    enum Role {
        /** Words say that it is the price. */
        PRICE,
        /** Nothing says that it is not. */
        PLAIN,
        /** A price in other words: in brackets, without taxes, by the month. */
        SECOND,
        /** The price before a reduction. */
        LIST,
        /** The price before a reduction, or the price when it stands alone. */
        LIST_ALONE,
        /** What comes on top. */
        TAX,
        /** It could be the price, and what is written does not tell. */
        OPEN,
        /** Never the price. */
        NONE
    }

    boolean isBare() {
        return currency.isEmpty();
    }

    /** Whether it has one or two digits, as counts and days do: {@code Ahora 12: 12 cuotas de $ 100}. */
    boolean isShort() {
        return digits.length() < 3;
    }

    /** The lower end of a range, with the currency of either. */
    Quote upTo(Quote high) {
        return new Quote(first, high.last, digits, currency.or(high::currency), amount);
    }

    /** Whether both are amounts of one currency, or of none, and this is the larger. */
    boolean isMoreThan(Quote other) {
        boolean comparable = currency.equals(other.currency) || isBare() || other.isBare();
        return comparable && amount != null && other.amount != null && amount.compareTo(other.amount) > 0;
    }

    /** Whether the digits look like an article's or a phone's: a leading zero, or too many without a separator. */
    boolean looksLikeCode() {
        boolean integer = digits.chars().allMatch(c -> NumberText.isDigit((char) c));
        return integer && digits.length() > 1 && (digits.startsWith("0") || digits.length() > LONGEST_BARE_INTEGER);
    }
}
