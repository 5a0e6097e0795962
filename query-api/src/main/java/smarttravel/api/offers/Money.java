package smarttravel.api.offers;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import smarttravel.api.http.Meaning;

/** An exact amount as the API shows it. */
public record Money(
        @Meaning("decimal text, never a binary float") String amount,
        @Meaning("ISO 4217") String currency) {

    /** With the currency's own number of decimals, or more where the amount has more. */
    public static Money of(BigDecimal amount, String currency) {
        int least = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        BigDecimal stripped = amount.stripTrailingZeros();
        BigDecimal shown = stripped.scale() < least ? stripped.setScale(least) : stripped;
        return new Money(shown.toPlainString(), currency);
    }

    /** Absent unless both are known. */
    public static Optional<Money> of(Optional<BigDecimal> amount, Optional<String> currency) {
        return amount.flatMap(value -> currency.map(code -> of(value, code)));
    }
}
