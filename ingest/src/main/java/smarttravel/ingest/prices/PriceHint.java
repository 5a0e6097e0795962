package smarttravel.ingest.prices;

import java.util.Locale;
import java.util.Optional;

/**
 * What is known of a price beside its text, to settle what the text leaves open.
 *
 * @param currency what the site sells in, or the text that stands beside the price: an ISO 4217 code, a sign or a word
 * @param locale how the site writes numbers and which country's currency a bare sign means
 */
public record PriceHint(Optional<String> currency, Optional<Locale> locale) {
    /** Nothing known. */
    public static final PriceHint NONE = new PriceHint(Optional.empty(), Optional.empty());

    /** Both known. */
    public static PriceHint of(String currency, Locale locale) {
        return new PriceHint(Optional.of(currency), Optional.of(locale));
    }
}
