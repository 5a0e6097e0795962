package smarttravel.ingest.prices;

import java.util.regex.Pattern;
import smarttravel.ingest.prices.PriceToken.Kind;
import smarttravel.ingest.prices.PriceWords.Meaning;

/** What a number is by its digits and the pieces that touch it, before it is known whose a currency is. */
record NumberLooks(PartsOfText parts) {
    private static final Pattern TINY = Pattern.compile("\\d|\\d[.,]\\d");
    private static final Pattern SHORT = Pattern.compile("\\d{1,2}");
    private static final Pattern RATING = Pattern.compile("\\d[.,]\\d{1,2}|10[.,]0");
    private static final Pattern RATING_OR_AMOUNT = Pattern.compile("\\d[.,]\\d\\d");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d");
    private static final int FEWEST_DIGITS_OF_MONEY = 3;

    boolean isNumber(int index) {
        return parts.at(index).kind() == Kind.NUMBER;
    }

    boolean isCurrency(int index) {
        return parts.at(index).kind() == Kind.CURRENCY;
    }

    /** Whether nothing stands between a piece and the next. */
    boolean isGlued(int index) {
        return parts.touch(index, index + 1);
    }

    /** Whether it counts what is named next, or is a day of the month that is. */
    boolean isCount(int number) {
        int next = number + 1;
        return parts.isMark(next, "%★☆°")
                || parts.means(next, Meaning.COUNTED)
                || parts.meansAfterLinks(next, Meaning.MONTH);
    }

    /** Whether what stands before makes no money of it: {@code Vuelo 1303}, {@code enero de 2027}, {@code 8,9/10}. */
    boolean isNamed(int number) {
        int word = number - 1;
        boolean year = parts.means(word, Meaning.LINK) && parts.means(word - 1, Meaning.MONTH);
        return year
                || parts.means(word, Meaning.MONTH)
                || parts.means(word, Meaning.CODE)
                || parts.means(word, Meaning.PHONE)
                || parts.isMark(word, "#№/");
    }

    /** Whether it is one digit, with another after a point at most, as counts and ratings are. */
    boolean isTiny(int number) {
        return is(TINY, number);
    }

    /** Whether it is a count, a day or a rating rather than money, where only one of two numbers is money. */
    boolean isSmall(int number) {
        return is(SHORT, number) || is(TINY, number);
    }

    /** Whether it is money rather than a count, a rating or a year, where only one of two numbers is money. */
    boolean isMoney(int number) {
        long digits =
                parts.at(number).text().chars().filter(NumberLooks::isDigit).count();
        boolean amount = digits >= FEWEST_DIGITS_OF_MONEY && !is(RATING, number) && !is(YEAR, number);
        return amount && !isNamed(number);
    }

    /** Whether either of two numbers around a currency could be its amount, or both together ({@code 12 € 50}). */
    boolean isEither(int before, int after) {
        boolean open = is(SHORT, before) || is(RATING_OR_AMOUNT, before) || is(YEAR, before);
        return open && isSmall(after) && !isNamed(before) && !isCount(after) && !isCurrency(after + 1);
    }

    private boolean is(Pattern looks, int number) {
        return looks.matcher(parts.at(number).text()).matches();
    }

    private static boolean isDigit(int c) {
        return NumberText.isDigit((char) c);
    }
}
