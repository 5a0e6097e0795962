package smarttravel.ingest.structured;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an offer's markup says about its price. */
sealed interface PriceFinding {

    /**
     * A price.
     *
     * @param source which property gave it
     */
    record Found(
            BigDecimal amount,
            @Nullable String currency,
            @Nullable BigDecimal listAmount,
            Said source,
            String listOrigin)
            implements PriceFinding {
        Found corrected(BigDecimal visible, String origin) {
            return new Found(visible, currency, listAmount, new Said(source.text(), origin), listOrigin);
        }

        Found withList(BigDecimal amountBefore, String origin) {
            return new Found(amount, currency, amountBefore, source, origin);
        }
    }

    /** Something stands there, and it is no price that may be published. */
    record Unusable(String reason, String message) implements PriceFinding {}

    /** It says nothing. */
    record Missing() implements PriceFinding {}
}
