package smarttravel.jobs.advice.backtest;

import java.util.Arrays;

/**
 * What a policy was worth over some requests. Shares are of what perfect foresight saves in the same measure.
 *
 * @param spend sum of the first prices
 * @param saved sum of first price minus price paid
 * @param possible the same with perfect foresight
 * @param logShare with logarithms of first price over price paid
 * @param boundedShare with savings and losses cut at 20 % of the first price
 * @param worse share of requests that paid more than at once, by any amount
 * @param worseBy1 by more than 1 %
 * @param worseBy5 by more than 5 %
 * @param worseBy10 by more than 10 %
 * @param better share of requests that paid less than at once
 * @param worstTenth mean saving of the worst tenth of requests, as a share of the first price
 */
public record Score(
        int requests,
        double spend,
        double saved,
        double possible,
        double logShare,
        double boundedShare,
        double worse,
        double worseBy1,
        double worseBy5,
        double worseBy10,
        double better,
        double worstTenth) {
    private static final double BOUND = 0.2;
    private static final double[] LOSSES = {0, 0.01, 0.05, 0.1};

    /**
     * Computes it.
     *
     * @param first prices at the requests
     * @param paid what the policy paid
     * @param least what perfect foresight paid
     */
    static Score of(double[] first, double[] paid, double[] least) {
        int count = first.length;
        double[] savings = new double[count];
        double[] worse = new double[LOSSES.length];
        double saved = 0;
        double possible = 0;
        double[] logs = new double[2];
        double[] bounded = new double[2];
        int better = 0;
        for (int i = 0; i < count; i++) {
            double saving = 1 - paid[i] / first[i];
            savings[i] = saving;
            saved += first[i] - paid[i];
            possible += first[i] - least[i];
            logs[0] += Math.log(first[i] / paid[i]);
            logs[1] += Math.log(first[i] / least[i]);
            bounded[0] += first[i] * bound(saving);
            bounded[1] += first[i] * bound(1 - least[i] / first[i]);
            better += paid[i] < first[i] ? 1 : 0;
            for (int loss = 0; loss < LOSSES.length; loss++) {
                worse[loss] += paid[i] > first[i] * (1 + LOSSES[loss]) ? 1.0 / count : 0;
            }
        }
        Arrays.sort(savings);
        int tenth = Math.max(1, count / 10);
        return new Score(
                count,
                Arrays.stream(first).sum(),
                saved,
                possible,
                share(logs[0], logs[1]),
                share(bounded[0], bounded[1]),
                worse[0],
                worse[1],
                worse[2],
                worse[3],
                share(better, count),
                Arrays.stream(savings, 0, Math.min(count, tenth)).average().orElse(0));
    }

    private static double bound(double saving) {
        return Math.max(-BOUND, Math.min(BOUND, saving));
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** What was saved of what perfect foresight saves. */
    public double share() {
        return share(saved, possible);
    }

    /** What was saved of all that was spent at first prices. */
    public double ofSpend() {
        return share(saved, spend);
    }
}
