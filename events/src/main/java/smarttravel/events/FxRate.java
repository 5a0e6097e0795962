package smarttravel.events;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one unit of a currency was worth in US dollars from a day on, until a later rate of the same kind.
 *
 * @param currency ISO 4217, not USD
 * @param date in force from its midnight, UTC
 * @param usd US dollars per unit, above 0
 */
public record FxRate(String currency, FxKind kind, LocalDate date, BigDecimal usd) {
    /** The key of its records: a later rate of the same day replaces an earlier one. */
    public String key() {
        return currency + '/' + kind.code() + '/' + date;
    }
}
