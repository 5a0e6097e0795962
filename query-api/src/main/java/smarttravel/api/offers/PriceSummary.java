package smarttravel.api.offers;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an offer cost since it is quoted in its present currency. Rests on its prices that came in time and were not
 * quarantined. Quartiles interpolate between closest ranks.
 *
 * @param prices how many those are
 * @param late prices left out because they came late
 * @param quarantined prices left out because they were too low to be believed
 */
public record PriceSummary(
        OfferKey offer,
        String currency,
        long prices,
        Instant from,
        Instant to,
        BigDecimal minimum,
        BigDecimal lowerQuartile,
        BigDecimal median,
        BigDecimal upperQuartile,
        BigDecimal maximum,
        long late,
        long quarantined) {
    /** The fewest prices that a statement about an offer rests on. */
    public static final int ENOUGH = 5;

    public boolean isEnough() {
        return prices >= ENOUGH;
    }
}
