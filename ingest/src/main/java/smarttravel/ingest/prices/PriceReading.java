package smarttravel.ingest.prices;

import java.math.BigDecimal;
import java.util.Optional;

/** What a text says about a price. */
public sealed interface PriceReading {

    /**
     * A price.
     *
     * @param amount exact, 0 or more
     * @param currency ISO 4217, absent when neither text nor hint tell
     * @param listAmount a "before" price in the same text
     * @param taxes what the same text says comes on top
     */
    record Price(
            BigDecimal amount, Optional<String> currency, Optional<BigDecimal> listAmount, Optional<BigDecimal> taxes)
            implements PriceReading {}

    /**
     * No price.
     *
     * @param reason why
     * @param message for a person
     */
    record NoPrice(Reason reason, String message) implements PriceReading {}

    /** Why a text gives no price. */
    enum Reason {
        /** No number that could be one. */
        NO_AMOUNT("no-amount"),
        /** Several readings, and nothing to choose by. */
        AMBIGUOUS_AMOUNT("ambiguous-amount"),
        /** The seller wants to be asked. */
        ON_REQUEST("price-on-request");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** Stable text of the reason. */
        public String code() {
            return code;
        }
    }
}
