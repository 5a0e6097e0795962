package smarttravel.ingest.prices;

import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a hint means, worked out once for a text.
 *
 * @param mark what the hint says of the currency
 * @param countryCurrency what is paid with in the locale's country
 */
record Site(PriceHint hint, Optional<CurrencyMark> mark, Optional<String> countryCurrency) {
    private static final int THREE = 3;

    static Site of(PriceHint hint) {
        return new Site(
                hint,
                hint.currency().flatMap(CurrencyWords::markIn),
                hint.locale().flatMap(Site::currencyOf));
    }

    /** The currency of a mark, by the hint where the mark leaves it open; of no mark, the hint's. */
    Optional<String> currency(Optional<CurrencyMark> found) {
        return found.or(() -> mark).flatMap(this::settled);
    }

    private Optional<String> settled(CurrencyMark open) {
        if (open.isCertain()) {
            return open.usual();
        }
        Optional<String> said = mark.filter(CurrencyMark::isCertain).flatMap(CurrencyMark::usual);
        return said.filter(open.codes()::contains)
                .or(() -> countryCurrency.filter(open.codes()::contains))
                .or(open::usual);
    }

    /** How a number beside such a mark is written. */
    NumberStyle style(Optional<CurrencyMark> found) {
        boolean three = found.filter(CurrencyMark::isCertain)
                .flatMap(CurrencyMark::usual)
                .filter(code -> Currency.getInstance(code).getDefaultFractionDigits() == THREE)
                .isPresent();
        return new NumberStyle(hint.decimalSeparator(), hint.groupSeparator(), three ? thousandths() : List.of());
    }

    private List<Character> thousandths() {
        return List.of(hint.locale()
                .map(locale -> DecimalFormatSymbols.getInstance(locale).getDecimalSeparator())
                .orElse('.'));
    }

    private static Optional<String> currencyOf(Locale locale) {
        try {
            return Optional.ofNullable(Currency.getInstance(locale)).map(Currency::getCurrencyCode);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
