package smarttravel.jobs.money;

import java.math.BigDecimal;

/**
 * An exact amount as a whole number of ten-thousandths: what is kept in state, where a {@link BigDecimal} would cost ten
 * times the room. Amounts have at most four decimals and are at most 10^11, so a scaled one is at most 10^15.
 */
public final class ScaledAmount {
    /** Decimals of a scaled amount, those of {@code Decimal(18, 4)}. */
    public static final int DECIMALS = 4;

    private ScaledAmount() {}

    /** The amount in ten-thousandths. */
    public static long of(BigDecimal amount) {
        return amount.movePointRight(DECIMALS).longValueExact();
    }

    /** The amount with trailing zeros cut to two decimals, e.g. {@code 1299.00}. */
    public static BigDecimal toDecimal(long scaled) {
        BigDecimal exact = BigDecimal.valueOf(scaled, DECIMALS).stripTrailingZeros();
        return exact.scale() < 2 ? exact.setScale(2) : exact;
    }
}
