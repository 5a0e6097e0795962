package smarttravel.jobs.drops;

/** What the rule says of one price. Amounts are scaled, see {@link smarttravel.jobs.money.ScaledAmount}. */
public sealed interface PriceVerdict {
    /** Too little is known of the offer to judge. */
    record Untracked() implements PriceVerdict {}

    /** Implausibly low: set aside until the next observation says whether it was true. */
    record Suspect(long baseline) implements PriceVerdict {}

    /** Nothing that a person should hear of. */
    record Ordinary(long baseline) implements PriceVerdict {}

    /**
     * A price drop, with its evidence.
     *
     * @param previous the price in force just before
     * @param observations earlier prices the judgement rests on
     * @param days whole days since the first of them
     */
    record Drop(long baseline, long previous, boolean newLow, int observations, int days) implements PriceVerdict {}
}
