package smarttravel.jobs.advice.policy;

import java.util.Optional;

/**
 * What is said to a buyer.
 *
 * @param expectedSaving calibrated saving of following the advice for seven days, as a share of the price
 * @param probability that waiting ends cheaper than buying at once
 */
public record Advice(Word word, double expectedSaving, Optional<Double> probability) {
    /** The advice in a word. */
    public enum Word {
        BUY,
        WAIT,
        INSUFFICIENT
    }
}
