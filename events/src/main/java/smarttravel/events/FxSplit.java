package smarttravel.events;

import org.jspecify.annotations.Nullable;

/**
 * A price's change in US dollars, split between its seller and the exchange rate.
 *
 * <p>With {@code o} the logarithm of the change in the price's own currency and {@code c} that of the change of the
 * currency, {@code o + c} is exactly that of the change in dollars: nothing is left over, whichever is taken first. It is the
 * logarithmic mean Divisia index of a product of two (B. W. Ang, The LMDI approach to decomposition analysis: a practical
 * guide, Energy Policy 33, 2005, 867–871). The shares are {@code 100 o / (o + c)} and {@code 100 c / (o + c)}: together always
 * 100. When the two pull apart, the weaker one's share is negative and the stronger one's above 100.
 *
 * @param usdPercent change in dollars
 * @param operatorPercent what it had been at the earlier rate
 * @param currencyPercent what the rate added: (1 + operator) x (1 + currency) = 1 + change
 * @param operatorShare absent when dollars moved by less than {@link #STILL_PERCENT}: there is nothing to share out
 * @param currencyShare as {@code operatorShare}
 */
public record FxSplit(
        double usdPercent,
        double operatorPercent,
        double currencyPercent,
        @Nullable Double operatorShare,
        @Nullable Double currencyShare,
        Mover movedBy) {
    /** A change smaller than this, in percent, is none. */
    public static final double STILL_PERCENT = 0.1;

    private static final double STILL = Math.log1p(STILL_PERCENT / 100);

    /** Whose change it is: who pulled the way that dollars went. */
    public enum Mover {
        /** The seller, against the currency or without it. */
        OPERATOR,
        /** The exchange rate, against the seller or without it. */
        CURRENCY,
        /** Both the same way. */
        BOTH,
        /** In dollars nothing moved. */
        NOBODY
    }

    /**
     * The split of a change of price.
     *
     * @param before earlier price in its own currency, above 0
     * @param after later price, above 0
     * @param rateBefore US dollars per unit when the earlier price held, above 0
     * @param rateAfter the same for the later price
     */
    public static FxSplit of(double before, double after, double rateBefore, double rateAfter) {
        return ofLogarithms(Math.log(after / before), Math.log(rateAfter / rateBefore));
    }

    /** The split of a change whose two parts are known, in percent above -100. */
    public static FxSplit ofPercents(double operator, double currency) {
        return ofLogarithms(Math.log1p(operator / 100), Math.log1p(currency / 100));
    }

    private static FxSplit ofLogarithms(double operator, double currency) {
        double whole = operator + currency;
        boolean moved = Math.abs(whole) >= STILL;
        double operatorShare = 100 * operator / whole;
        return new FxSplit(
                percent(whole),
                percent(operator),
                percent(currency),
                moved ? operatorShare : null,
                moved ? 100 - operatorShare : null,
                moved ? mover(operator * Math.signum(whole), currency * Math.signum(whole)) : Mover.NOBODY);
    }

    /** With both parts counted in the direction of the whole, at least one of them goes along. */
    private static Mover mover(double operator, double currency) {
        boolean byOperator = operator >= STILL;
        boolean byCurrency = currency >= STILL;
        if (byOperator == byCurrency) {
            return Mover.BOTH;
        }
        return byOperator ? Mover.OPERATOR : Mover.CURRENCY;
    }

    private static double percent(double logarithm) {
        return 100 * Math.expm1(logarithm);
    }
}
