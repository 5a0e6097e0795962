package smarttravel.stack.simulation;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price as the naive oracle of patterns compares it: exactly.
 *
 * @param claimed the "before" price beside it, 0 for none
 */
record SeenPrice(Instant at, BigDecimal amount, BigDecimal claimed) {
    private static final BigDecimal SAME = new BigDecimal("0.01");
    private static final BigDecimal APART = new BigDecimal("0.05");

    boolean isOn(BigDecimal level) {
        return amount.subtract(level).abs().compareTo(level.multiply(SAME)) <= 0;
    }

    boolean isApartFrom(SeenPrice other) {
        BigDecimal lower = amount.min(other.amount);
        return amount.subtract(other.amount).abs().compareTo(lower.multiply(APART)) >= 0;
    }

    boolean isAtMost(String share, SeenPrice of) {
        return amount.compareTo(share(of.amount, share)) <= 0;
    }

    static BigDecimal share(BigDecimal of, String share) {
        return of.multiply(new BigDecimal(share));
    }
}
