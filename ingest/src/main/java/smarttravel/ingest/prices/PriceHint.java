package smarttravel.ingest.prices;

import java.util.Locale;
import java.util.Optional;

/**
 * What is known of a price beside its text, to settle what the text leaves open.
 *
 * @param currency what the site sells in, or the text that stands beside the price: an ISO 4217 code, a sign or a word
 * @param locale how the site writes numbers and which country's currency a bare sign means
 * @param decimalSeparator what the site writes before decimals, where that is known for certain
 * @param groupSeparator what the site writes between groups of digits, where that is known for certain
 */
public record PriceHint(
        Optional<String> currency,
        Optional<Locale> locale,
        Optional<Character> decimalSeparator,
        Optional<Character> groupSeparator) {
    /** Nothing known. */
    public static final PriceHint NONE = new PriceHint(Optional.empty(), Optional.empty());

    /** Separators are left to the texts. */
    public PriceHint(Optional<String> currency, Optional<Locale> locale) {
        this(currency, locale, Optional.empty(), Optional.empty());
    }

    /** Both known. */
    public static PriceHint of(String currency, Locale locale) {
        return new PriceHint(Optional.of(currency), Optional.of(locale));
    }
}
