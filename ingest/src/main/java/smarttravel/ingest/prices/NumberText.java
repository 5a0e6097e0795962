package smarttravel.ingest.prices;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Digits and the separators between them, read as an exact number.
 *
 * <p>Spaces and apostrophes stand between groups. Of point and comma, the one that comes last before one or two digits is the
 * decimal one. Before exactly three digits a lone separator stands between groups, because prices have no thousandths: unless
 * the hint says otherwise, the first group cannot be one ({@code 0.750}, {@code 1299.000}), or the currency has three decimals.
 */
final class NumberText {
    private static final int MOST_INTEGER_DIGITS = 15;
    private static final int MOST_DECIMALS = 6;

    private final String text;
    private final NumberStyle style;

    private NumberText(String text, NumberStyle style) {
        this.text = text;
        this.style = style;
    }

    /** The number, or nothing when its digits are not grouped as any number is. */
    static @Nullable BigDecimal read(String text, NumberStyle style) {
        return new NumberText(trimmed(text), style).read();
    }

    /** Without separators at the end, and without the point of an abbreviation before it ({@code Rs.1,299.00}). */
    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && !isDigit(text.charAt(end - 1))) {
            end--;
        }
        String rest = text.substring(0, end);
        boolean another = rest.indexOf('.', 1) > 0 || rest.indexOf(',', 1) > 0;
        return rest.startsWith(".") && another ? rest.substring(1) : rest;
    }

    private @Nullable BigDecimal read() {
        int decimal = decimalPlace();
        String whole = decimal < 0 ? text : text.substring(0, decimal).stripTrailing();
        String rest = decimal < 0 ? "" : text.substring(decimal + 1).stripLeading();
        String decimals = digits(rest);
        if (decimal == 0 ? !isFraction(rest) : !isGrouped(whole) || rest.indexOf(' ') >= 0) {
            return null;
        }
        String integer = digits(whole);
        if (integer.length() > MOST_INTEGER_DIGITS || decimals.length() > MOST_DECIMALS) {
            return null;
        }
        return new BigDecimal((integer.isEmpty() ? "0" : integer) + (decimals.isEmpty() ? "" : "." + decimals));
    }

    /** Whether a number may begin with the point before these: before three digits it belongs to no decimals. */
    private boolean isFraction(String rest) {
        boolean digitsOnly = rest.chars().allMatch(c -> isDigit((char) c));
        return rest.length() < 3 || !digitsOnly || style.decimal().isPresent() || style.hasThousandths(text.charAt(0));
    }

    /** Where the decimal separator stands, or -1. */
    private int decimalPlace() {
        int arabic = text.indexOf(PlainText.ARABIC_DECIMAL);
        if (arabic >= 0 || text.startsWith(".")) {
            return Math.max(arabic, 0);
        }
        if (style.decimal().isPresent()) {
            int only = text.lastIndexOf(style.decimal().get());
            return only == text.indexOf(style.decimal().get()) ? only : -1;
        }
        int last = lastSeparator();
        if (last < 0 || isGroupSign(text.charAt(last))) {
            return -1;
        }
        return isDecimal(last) ? last : -1;
    }

    private int lastSeparator() {
        int last = text.length() - 1;
        while (last >= 0 && (isDigit(text.charAt(last)) || isDecimalSpace(last))) {
            last--;
        }
        return last;
    }

    /** Whether a space is the one after the decimal separator of {@code 119. 95}. */
    private boolean isDecimalSpace(int place) {
        return place > 0 && text.charAt(place) == ' ' && ".,".indexOf(text.charAt(place - 1)) >= 0;
    }

    private boolean isDecimal(int place) {
        char separator = text.charAt(place);
        int after = digits(text.substring(place)).length();
        if (separator == '\'') {
            return after < 3;
        }
        if (text.indexOf(separator) < place
                || style.group().filter(sign -> sign == separator).isPresent()) {
            return after < 3 && style.group().isEmpty();
        }
        boolean otherGroups = digits(text.substring(0, place)).length() < place;
        return after != 3 || otherGroups || !canBeFirstGroup(place) || style.hasThousandths(separator);
    }

    private boolean canBeFirstGroup(int length) {
        return length <= 3 && text.charAt(0) != '0';
    }

    private boolean isGroupSign(char separator) {
        return separator == ' ' || separator == PlainText.ARABIC_GROUP;
    }

    /** Whether groups have three digits, or those of India (1,00,000), and one kind of separator. */
    private static boolean isGrouped(String whole) {
        int size = 0;
        char separator = 0;
        boolean first = true;
        for (int i = whole.length() - 1; i >= 0; i--) {
            char c = whole.charAt(i);
            if (isDigit(c)) {
                size++;
                continue;
            }
            boolean sized = size == 3 || (!first && size == 2 && separator == ',');
            if (!sized || (separator != 0 && separator != c)) {
                return false;
            }
            separator = c;
            first = false;
            size = 0;
        }
        return first || (size >= 1 && size <= 3);
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
