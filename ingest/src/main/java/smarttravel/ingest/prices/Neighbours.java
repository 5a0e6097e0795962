package smarttravel.ingest.prices;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import smarttravel.ingest.prices.PriceToken.Kind;
import smarttravel.ingest.prices.PriceWords.Meaning;

/** What the marks, counted things and other numbers around a number make of it. */
record Neighbours(PartsOfText parts, List<Quote> quotes, int index) {
    private static final Set<String> SCALES = Set.of("5", "10", "100");

    private Quote quote() {
        return quotes.get(index);
    }

    Optional<Quote> before() {
        return index > 0 ? Optional.of(quotes.get(index - 1)) : Optional.empty();
    }

    Optional<Quote> after() {
        return index + 1 < quotes.size() ? Optional.of(quotes.get(index + 1)) : Optional.empty();
    }

    /** {@code -$15} and {@code $ -15}: a minus that no space parts from the amount, and that follows no other amount. */
    boolean isNegative() {
        for (int i = quote().first(); i < quote().last(); i++) {
            if (parts.isMark(i, "-") && parts.touch(i, i + 1)) {
                return true;
            }
        }
        int minus = quote().first() - 1;
        Kind before = parts.at(minus - 1).kind();
        boolean hyphen = before != Kind.MARK && parts.touch(minus - 1, minus);
        return parts.isMark(minus, "-")
                && parts.touch(minus, minus + 1)
                && before != Kind.NUMBER
                && before != Kind.CURRENCY
                && !hyphen;
    }

    /** {@code 20 %}, also {@code %20}. */
    boolean isPercent() {
        int sign = quote().first() - 1;
        return parts.isMark(quote().last() + 1, "%") || (parts.isMark(sign, "%") && parts.touch(sign, sign + 1));
    }

    /** {@code 8,9 / 10} and {@code 16 von 5}: neither number is money. */
    boolean isRating() {
        return after().filter(scale -> isRating(quote(), scale)).isPresent()
                || before().filter(rate -> isRating(rate, quote())).isPresent();
    }

    private boolean isRating(Quote rate, Quote scale) {
        int between = scale.first() - rate.last() - 1;
        boolean marked = parts.isMark(rate.last() + 1, "/") || parts.means(rate.last() + 1, Meaning.RATING_OF);
        return rate.isBare()
                && scale.isBare()
                && SCALES.contains(scale.digits())
                && marked
                && (between == 1 || (between == 2 && parts.means(scale.first() - 1, Meaning.RATING_OF)));
    }

    /** Whether a bare number counts things, names a day or is a code. */
    boolean isCountOrCode() {
        Quote quote = quote();
        boolean linked = parts.isMark(quote.first() - 1, ",") || parts.means(quote.first() - 1, Meaning.LINK);
        boolean month = parts.means(linked ? quote.first() - 2 : quote.first() - 1, Meaning.MONTH)
                || parts.meansAfterLinks(quote.last() + 1, Meaning.MONTH);
        boolean marked = parts.isMark(quote.first() - 1, "#№") || parts.isMark(quote.last() + 1, "★☆°");
        return month
                || marked
                || quote.looksLikeCode()
                || parts.means(quote.last() + 1, Meaning.COUNTED)
                || isCountOfParts();
    }

    /** The 12 of {@code 12 x $ 100} and of {@code $ 100 x 12}. */
    private boolean isCountOfParts() {
        return (parts.isTimes(quote().last() + 1) && after().isPresent())
                || (parts.isTimes(quote().first() - 1) && before().isPresent());
    }

    /** The second of {@code 12x de R$ 44}. */
    boolean isPartOfMany() {
        return before().isPresent()
                && parts.means(quote().first() - 1, Meaning.LINK)
                && parts.isTimes(quote().first() - 2);
    }

    /** {@code 2 x $ 50.000}: two for that, or two of those? */
    boolean isUnclear() {
        boolean counted = parts.isTimes(quote().first() - 1)
                && before().filter(count -> count.isBare() && count.last() == quote().first() - 2)
                        .isPresent();
        boolean parted = parts.isTimes(quote().last() + 1)
                && after().filter(count -> count.isBare() && count.first() == quote().last() + 2)
                        .filter(count -> !isPeople(count.last() + 1))
                        .isPresent();
        return quote().amount() == null || counted || parted;
    }

    private boolean isPeople(int place) {
        return parts.means(place, Meaning.COUNTED) && !parts.means(place, Meaning.INSTALMENT);
    }

    /** Whether this and the next are the ends of a range. */
    boolean isRange() {
        int middle = quote().last() + 1;
        boolean joined = parts.isMark(middle, "-~" + PlainText.DASH) || parts.means(middle, Meaning.RANGE);
        return joined
                && after().filter(high -> high.first() == middle + 1)
                        .filter(high ->
                                quote().isBare() || !high.isBare() || !parts.means(high.last() + 1, Meaning.COUNTED))
                        .filter(high -> !quote().isMoreThan(high) && quote().amount() != null && high.amount() != null)
                        .isPresent();
    }

    /** The second of {@code De R$ 1.499 por R$ 1.299}. */
    boolean isReducedTo() {
        return parts.at(quote().first() - 1).text().equalsIgnoreCase("por")
                && before().filter(from -> from.last() == quote().first() - 2 && from.isMoreThan(quote()))
                        .filter(from -> parts.at(from.first() - 1).text().equalsIgnoreCase("de"))
                        .isPresent();
    }
}
