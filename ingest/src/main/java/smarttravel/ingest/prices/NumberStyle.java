package smarttravel.ingest.prices;

import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What is known of how a number is written.
 *
 * @param decimal the separator before decimals, when it is known for certain
 * @param group the separator between groups, when it is known for certain
 * @param thousandths separators before three digits that are decimals
 */
record NumberStyle(Optional<Character> decimal, Optional<Character> group, List<Character> thousandths) {

    /** As the hint and the currency beside the number say. */
    static NumberStyle of(PriceHint hint, Optional<CurrencyMark> currency) {
        boolean three = currency.filter(CurrencyMark::isCertain)
                .flatMap(CurrencyMark::usual)
                .filter(code -> Currency.getInstance(code).getDefaultFractionDigits() == 3)
                .isPresent();
        return new NumberStyle(hint.decimalSeparator(), hint.groupSeparator(), three ? thousandths(hint) : List.of());
    }

    private static List<Character> thousandths(PriceHint hint) {
        return hint.locale()
                .map(locale -> List.of(DecimalFormatSymbols.getInstance(locale).getDecimalSeparator()))
                .orElse(List.of('.'));
    }

    boolean hasThousandths(char separator) {
        return thousandths.contains(separator);
    }
}
