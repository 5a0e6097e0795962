package smarttravel.stack.testing;

import java.math.BigDecimal;

/** Amounts as text that compares: the same amount has the same text, whatever its scale. */
public final class Money {
    private Money() {}

    /** Without trailing zeros. */
    public static String text(String amount) {
        return text(new BigDecimal(amount));
    }

    /** Without trailing zeros. */
    public static String text(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
