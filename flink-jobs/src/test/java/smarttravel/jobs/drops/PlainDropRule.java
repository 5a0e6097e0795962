package smarttravel.jobs.drops;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import smarttravel.jobs.money.ScaledAmount;

/** The rule's text once more, word by word: whole history, exact decimals, nothing clever. */
final class PlainDropRule {
    private static final long DAY = 86_400_000;

    private record Price(long at, BigDecimal amount) {}

    private final List<Price> history = new ArrayList<>();
    private final int longestHistory;
    private @Nullable String currency;
    private @Nullable BigDecimal fired;
    private boolean suspectBefore;

    /** Remembers everything. */
    PlainDropRule() {
        this(Integer.MAX_VALUE);
    }

    /** Forgets all but the newest prices when it comes to baselines. */
    PlainDropRule(int longestHistory) {
        this.longestHistory = longestHistory;
    }

    PriceVerdict judge(long at, BigDecimal price, String quoted) {
        if (!quoted.equals(currency)) {
            history.clear();
            fired = null;
            suspectBefore = false;
            currency = quoted;
        }
        PriceVerdict verdict = new PriceVerdict.Untracked();
        if (history.size() >= 3 && at - history.get(0).at >= 3 * DAY) {
            BigDecimal baseline = baseline(at);
            if (!suspectBefore && atMost(price, "0.40", baseline)) {
                suspectBefore = true;
                return new PriceVerdict.Suspect(ScaledAmount.of(baseline));
            }
            suspectBefore = false;
            verdict = judgePlausible(at, price, baseline);
        }
        history.add(new Price(at, price));
        return verdict;
    }

    private PriceVerdict judgePlausible(long at, BigDecimal price, BigDecimal baseline) {
        if (price.compareTo(baseline.multiply(new BigDecimal("0.95"))) >= 0) {
            fired = null;
        }
        if (!atMost(price, "0.90", baseline) || (fired != null && !atMost(price, "0.90", fired))) {
            return new PriceVerdict.Ordinary(ScaledAmount.of(baseline));
        }
        fired = price;
        return new PriceVerdict.Drop(
                ScaledAmount.of(baseline),
                ScaledAmount.of(history.get(history.size() - 1).amount),
                history.stream().allMatch(earlier -> price.compareTo(earlier.amount) < 0),
                history.size(),
                (int) ((at - history.get(0).at) / DAY));
    }

    private BigDecimal baseline(long at) {
        SortedMap<BigDecimal, Long> held = new TreeMap<>();
        for (int i = Math.max(0, history.size() - longestHistory); i < history.size(); i++) {
            long from = Math.max(history.get(i).at, at - 14 * DAY);
            long until = i + 1 < history.size() ? history.get(i + 1).at : at;
            if (until > from) {
                held.merge(history.get(i).amount, until - from, Long::sum);
            }
        }
        long total = held.values().stream().mapToLong(Long::longValue).sum();
        long reached = 0;
        for (var price : held.entrySet()) {
            reached += price.getValue();
            if (2 * reached >= total) {
                return price.getKey();
            }
        }
        throw new AssertionError("no price was in force");
    }

    private static boolean atMost(BigDecimal price, String share, BigDecimal of) {
        return price.compareTo(of.multiply(new BigDecimal(share))) <= 0;
    }
}
