package smarttravel.jobs.advice.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what was said came true: among requests that were given about the same probability, how many were cheaper to
 * wait for; and what was promised and expected against what was saved.
 *
 * @param from least probability of the row
 * @param to its greatest
 * @param requests that were advised to wait with such a probability
 * @param said mean probability
 * @param cameTrue share that paid less than at once
 * @param promised mean saving as the model promised it
 * @param expected mean saving after calibration
 * @param realised mean saving that came of it
 */
public record Reliability(
        double from,
        double to,
        int requests,
        double said,
        double cameTrue,
        double promised,
        double expected,
        double realised) {
    private static final int BINS = 10;

    /** One row per tenth of probability that was ever said. */
    static List<Reliability> of(Outcomes outcomes) {
        List<Reliability> table = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            double from = (double) bin / BINS;
            double to = (bin + 1.0) / BINS;
            Tally tally = new Tally();
            for (int i = 0; i < outcomes.size(); i++) {
                double said = outcomes.probability(i);
                if (said >= from && (said < to || (bin == BINS - 1 && said <= to))) {
                    tally.add(outcomes, i);
                }
            }
            if (tally.count > 0) {
                table.add(tally.row(from, to));
            }
        }
        return table;
    }

    /** Mean squared difference of what was said and what came, and the same when always the overall share is said. */
    public record Brier(double score, double ofBaseRate) {}

    static Brier brier(Outcomes outcomes) {
        Tally tally = new Tally();
        double squares = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            double said = outcomes.probability(i);
            if (!Double.isNaN(said)) {
                tally.add(outcomes, i);
                squares += Math.pow(said - (Tally.isCheaper(outcomes, i) ? 1 : 0), 2);
            }
        }
        double base = (double) tally.cheaper / Math.max(1, tally.count);
        return new Brier(squares / Math.max(1, tally.count), base * (1 - base));
    }

    private static final class Tally {
        private int count;
        private int cheaper;
        private double said;
        private double promised;
        private double expected;
        private double realised;

        static boolean isCheaper(Outcomes outcomes, int i) {
            return outcomes.paid(Policy.MODEL_SAVINGS, i) < outcomes.paid(Policy.ALWAYS_BUY, i);
        }

        void add(Outcomes outcomes, int i) {
            count++;
            cheaper += isCheaper(outcomes, i) ? 1 : 0;
            said += outcomes.probability(i);
            promised += outcomes.promised(i);
            expected += outcomes.expected(i);
            realised += 1 - outcomes.paid(Policy.MODEL_SAVINGS, i) / outcomes.paid(Policy.ALWAYS_BUY, i);
        }

        Reliability row(double from, double to) {
            return new Reliability(
                    from,
                    to,
                    count,
                    said / count,
                    (double) cheaper / count,
                    promised / count,
                    expected / count,
                    realised / count);
        }
    }
}
