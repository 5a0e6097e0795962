package smarttravel.ingest.structured;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.prices.PriceParser;
import smarttravel.ingest.prices.PriceReading;
import smarttravel.ingest.prices.PriceReading.NoPrice;
import smarttravel.ingest.prices.PriceReading.Price;
import smarttravel.ingest.prices.PriceReading.Reason;

/** Reads the amounts that markup gives: plain decimals at once, all other texts as prices written for people. */
final class AmountReader {
    private static final int LONGEST = 200;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000000");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(?:\\.\\d{1,10})?(?:[eE][+-]?\\d{1,2})?");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?[\\d.]+[eE][+-]?\\d+");
    /** A point before exactly three digits may group thousands; after a zero it cannot. */
    private static final Pattern MAYBE_GROUPED = Pattern.compile("[1-9]\\d{0,2}(?:\\.\\d{3})+");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final PriceHint hint;

    AmountReader(PriceHint hint) {
        this.hint = hint;
    }

    /**
     * Reads a price.
     *
     * @param currency what the markup says the currency is
     */
    PriceReading read(String written, @Nullable String currency) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            return new NoPrice(Reason.NO_AMOUNT, "the price has " + text.length() + " characters");
        }
        String code = code(currency);
        if (PLAIN.matcher(text).matches() && !MAYBE_GROUPED.matcher(text).matches()) {
            BigDecimal amount = new BigDecimal(text);
            if (amount.compareTo(LARGEST) <= 0 && amount.scale() <= 10) {
                return new Price(amount, currency(code), Optional.empty(), Optional.empty());
            }
        }
        if (EXPONENT.matcher(text).matches()) {
            return new NoPrice(Reason.NO_AMOUNT, "'" + text + "' is no amount of money");
        }
        if (MAYBE_GROUPED.matcher(text).matches()) {
            return new NoPrice(Reason.AMBIGUOUS_AMOUNT, "'" + text + "' has a point before three digits");
        }
        return written(text, code == null ? currency : code);
    }

    /** The code that markup gives, in capitals; {@code null} when it gives none or none that exists. */
    static @Nullable String code(@Nullable String currency) {
        String code = currency == null ? "" : currency.strip().toUpperCase(Locale.ROOT);
        return CURRENCIES.contains(code) ? code : null;
    }

    private Optional<String> currency(@Nullable String code) {
        return Optional.ofNullable(code == null ? code(hint.currency().orElse(null)) : code);
    }

    private PriceReading written(String text, @Nullable String currency) {
        return PriceParser.read(
                text, new PriceHint(Optional.ofNullable(currency).or(hint::currency), hint.locale()));
    }
}
