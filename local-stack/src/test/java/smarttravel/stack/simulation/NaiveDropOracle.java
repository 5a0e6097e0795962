package smarttravel.stack.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;

/**
 * The price-drop rule once more, to check the product against: slow, with whole histories and exact decimals, and
 * sharing no code with it. Observations come in arrival order; different offers may be mixed in any way.
 */
public final class NaiveDropOracle {
    private static final Duration WINDOW = Duration.ofDays(14);
    private static final Duration TRACKED = Duration.ofDays(3);
    private static final int TRACKED_OBSERVATIONS = 3;
    private static final BigDecimal SUSPECT = new BigDecimal("0.40");
    private static final BigDecimal DROP = new BigDecimal("0.90");
    private static final BigDecimal REARM = new BigDecimal("0.95");

    private NaiveDropOracle() {}

    /** A drop, with what it was judged against. */
    public record OracleDrop(
            String provider,
            String offerId,
            Instant observedAt,
            BigDecimal amount,
            BigDecimal baseline,
            BigDecimal previousAmount,
            boolean newLow,
            Instant baselineAt) {}

    /** All that the rule says of a list of observations; within an offer in order of time. */
    public record Findings(List<OracleDrop> drops, List<PriceObservation> quarantined) {}

    /** Judges every observation, offer by offer in the order in which the offers first appear. */
    public static Findings findings(Collection<PriceObservation> observations) {
        Map<String, Offer> offers = new LinkedHashMap<>();
        for (PriceObservation seen : observations) {
            offers.computeIfAbsent(seen.key(), key -> new Offer()).see(seen);
        }
        return new Findings(
                offers.values().stream().flatMap(offer -> offer.drops.stream()).toList(),
                offers.values().stream()
                        .flatMap(offer -> offer.quarantined.stream())
                        .toList());
    }

    /** The drops alone. */
    public static List<OracleDrop> drops(Collection<PriceObservation> observations) {
        return findings(observations).drops();
    }

    /** How many observations are quarantined. */
    public static int quarantined(Collection<PriceObservation> observations) {
        return findings(observations).quarantined().size();
    }

    private record Price(Instant at, BigDecimal amount) {}

    private record Weighted(BigDecimal amount, long heldMillis) {}

    private static final class Offer {
        private final List<OracleDrop> drops = new ArrayList<>();
        private final List<PriceObservation> quarantined = new ArrayList<>();
        private final List<Price> history = new ArrayList<>();
        private @Nullable Instant newest;
        private @Nullable String currency;
        /** The price that fired last, while disarmed. */
        private @Nullable BigDecimal fired;

        private boolean suspectBefore;

        void see(PriceObservation seen) {
            boolean lateOrTwice = newest != null && !seen.observedAt().isAfter(newest);
            if (lateOrTwice) {
                return;
            }
            newest = seen.observedAt();
            if (seen.amount() != null) {
                rebaseWhenCurrencyChanges(Objects.requireNonNull(seen.currency()));
                judge(seen, seen.amount());
            }
        }

        private void rebaseWhenCurrencyChanges(String quoted) {
            if (!quoted.equals(currency)) {
                history.clear();
                fired = null;
                suspectBefore = false;
                currency = quoted;
            }
        }

        private void judge(PriceObservation seen, BigDecimal price) {
            if (tracked(seen.observedAt())) {
                BigDecimal baseline = baseline(seen.observedAt());
                if (price.compareTo(baseline.multiply(SUSPECT)) <= 0 && !suspectBefore) {
                    suspectBefore = true;
                    quarantined.add(seen);
                    return;
                }
                suspectBefore = false;
                if (price.compareTo(baseline.multiply(REARM)) >= 0) {
                    fired = null;
                }
                boolean low = price.compareTo(baseline.multiply(DROP)) <= 0;
                boolean mayFire = fired == null || price.compareTo(fired.multiply(DROP)) <= 0;
                if (low && mayFire) {
                    drops.add(drop(seen, price, baseline));
                    fired = price;
                }
            }
            history.add(new Price(seen.observedAt(), price));
        }

        private boolean tracked(Instant at) {
            return history.size() >= TRACKED_OBSERVATIONS
                    && !history.get(0).at().plus(TRACKED).isAfter(at);
        }

        private BigDecimal baseline(Instant at) {
            Instant windowStart = at.minus(WINDOW);
            List<Weighted> prices = new ArrayList<>();
            for (int i = 0; i < history.size(); i++) {
                Price price = history.get(i);
                Instant until = i + 1 < history.size() ? history.get(i + 1).at() : at;
                Instant from = price.at().isBefore(windowStart) ? windowStart : price.at();
                if (until.isAfter(from)) {
                    prices.add(new Weighted(
                            price.amount(), Duration.between(from, until).toMillis()));
                }
            }
            return weightedMedian(prices);
        }

        private static BigDecimal weightedMedian(List<Weighted> prices) {
            prices.sort(Comparator.comparing(Weighted::amount));
            long total = prices.stream().mapToLong(Weighted::heldMillis).sum();
            long reached = 0;
            for (Weighted price : prices) {
                reached += price.heldMillis();
                if (2 * reached >= total) {
                    return price.amount();
                }
            }
            throw new IllegalStateException("A tracked offer has a price in force");
        }

        private OracleDrop drop(PriceObservation seen, BigDecimal price, BigDecimal baseline) {
            BigDecimal lowest = history.stream()
                    .map(Price::amount)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            BigDecimal previous = history.get(history.size() - 1).amount();
            return new OracleDrop(
                    seen.provider(),
                    seen.offerId(),
                    seen.observedAt(),
                    price,
                    baseline,
                    previous,
                    price.compareTo(lowest) < 0,
                    heldSince(baseline, seen.observedAt().minus(WINDOW)));
        }

        /** When the baseline's price was last set, or where the window begins. */
        private Instant heldSince(BigDecimal baseline, Instant windowStart) {
            Instant since = Instant.MIN;
            boolean heldBefore = false;
            for (Price price : history) {
                boolean holds = price.amount().compareTo(baseline) == 0;
                if (holds && !heldBefore) {
                    since = price.at();
                }
                heldBefore = holds;
            }
            return since.isBefore(windowStart) ? windowStart : since;
        }
    }
}
