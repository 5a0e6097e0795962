package smarttravel.jobs.advice.backtest;

import java.util.Arrays;
import java.util.List;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.policy.PriceRule;

/** Finds the rule without learning that would have saved most so far. */
public final class RuleTuning {
    private static final int EARLIER = 2;
    private static final int MOST_REQUESTS = 120_000;

    private final PriceHistory history;
    private final Paths paths;
    private final int[] requests;

    /** Of a history of which only what lies before the tuned moments will be looked at. */
    public RuleTuning(PriceHistory history) {
        this.history = history;
        this.paths = new Paths(history);
        this.requests = paths.requests(EARLIER);
    }

    /** The rule that saved most on what was seen before an epoch second. */
    public PriceRule best(long before) {
        int[] known = Arrays.stream(requests)
                .filter(row -> history.second(row) < before)
                .toArray();
        int step = 1 + known.length / MOST_REQUESTS;
        List<PriceRule> rules = PriceRule.candidates();
        PriceRule best = PriceRule.STANDARD;
        double most = 0;
        for (PriceRule rule : rules) {
            double saved = 0;
            for (int i = 0; i < known.length; i += step) {
                int last = paths.last(known[i], FittedQ.HORIZON_DAYS, before);
                saved += history.cost(known[i])
                        - paths.pay(known[i], last, (request, row) -> rule.waits(history.features(row)));
            }
            if (saved > most) {
                most = saved;
                best = rule;
            }
        }
        return best;
    }
}
