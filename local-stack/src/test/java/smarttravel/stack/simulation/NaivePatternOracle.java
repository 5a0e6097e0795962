package smarttravel.stack.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import smarttravel.events.PriceObservation;

/**
 * The patterns once more, to check the product against: from whole histories, looking back and forth in them, with exact
 * decimals. Observations come in order and none is late.
 */
public final class NaivePatternOracle {
    private NaivePatternOracle() {}

    /** Every pattern of every offer, with its last end; and every drop. */
    public record Findings(List<FoundPattern> patterns, List<NaiveDropOracle.OracleDrop> drops) {}

    /** Judges every offer's history as a whole, several offers at a time. */
    public static Findings findings(Collection<PriceObservation> observations) {
        Map<String, List<PriceObservation>> offers = new LinkedHashMap<>();
        for (PriceObservation seen : observations) {
            offers.computeIfAbsent(seen.key(), key -> new ArrayList<>()).add(seen);
        }
        List<Findings> each = offers.entrySet().parallelStream()
                .map(offer -> new Offer(offer.getKey(), offer.getValue()).findings())
                .toList();
        return new Findings(
                FoundPattern.latest(
                        each.stream().flatMap(one -> one.patterns().stream()).toList()),
                each.stream().flatMap(one -> one.drops().stream()).toList());
    }

    private static final class Offer {
        private final String offer;
        private final List<PriceObservation> history;
        private final NaiveDropOracle.Findings verdicts;
        private final Set<Instant> flapped = new HashSet<>();

        Offer(String offer, List<PriceObservation> history) {
            this.offer = offer;
            this.verdicts = NaiveDropOracle.findings(history);
            this.history = history.stream()
                    .filter(seen -> !verdicts.quarantined().contains(seen))
                    .toList();
        }

        /** Every pattern as often as it is seen, and every drop. */
        Findings findings() {
            List<FoundPattern> found = new ArrayList<>();
            for (List<SeenPrice> prices : pricesByCurrency()) {
                slides(prices, found);
                raises(prices, found);
                flapping(prices, found);
            }
            sellOuts(found);
            lastMinuteSales(found);
            return new Findings(found, verdicts.drops());
        }

        /** The priced history, cut wherever the currency changes. */
        private List<List<SeenPrice>> pricesByCurrency() {
            List<List<SeenPrice>> parts = new ArrayList<>();
            String currency = "";
            for (PriceObservation seen : history) {
                if (seen.amount() != null) {
                    if (!currency.equals(seen.currency())) {
                        parts.add(new ArrayList<>());
                        currency = Objects.requireNonNull(seen.currency());
                    }
                    BigDecimal claimed = seen.listAmount() == null ? BigDecimal.ZERO : seen.listAmount();
                    parts.get(parts.size() - 1).add(new SeenPrice(seen.observedAt(), seen.amount(), claimed));
                }
            }
            return parts;
        }

        private void slides(List<SeenPrice> prices, List<FoundPattern> found) {
            for (int i = 1; i < prices.size(); i++) {
                int start = i;
                while (start > 0 && !isAbove(prices, start, start - 1)) {
                    start--;
                }
                List<Instant> falls = new ArrayList<>();
                for (int k = start + 1; k <= i; k++) {
                    if (isAbove(prices, k - 1, k)) {
                        falls.add(prices.get(k).at());
                    }
                }
                boolean isFall = isAbove(prices, i - 1, i);
                if (isFall && falls.size() >= 3 && prices.get(i).isAtMost("0.90", prices.get(start))) {
                    add(found, "slide", falls.get(0), prices.get(i).at(), falls.size());
                }
            }
        }

        private static boolean isAbove(List<SeenPrice> prices, int one, int other) {
            return prices.get(one).amount().compareTo(prices.get(other).amount()) > 0;
        }

        private void raises(List<SeenPrice> prices, List<FoundPattern> found) {
            int raise = nextRaise(prices, 1, Instant.MIN, 0);
            while (raise > 0) {
                SeenPrice before = prices.get(raise - 1);
                Instant end = prices.get(raise).at().plus(Duration.ofDays(14));
                int back = raise + 1;
                while (back < prices.size() && !prices.get(back).isAtMost("1.05", before)) {
                    back++;
                }
                int next = nextRaise(prices, raise + 1, end, back);
                int last = next > 0 ? next : prices.size();
                spike(prices, raise, last, found);
                fake(prices, raise, last, found);
                raise = next;
            }
        }

        /** The first raise from an index on that comes after an instant, or else after an index; 0 for none. */
        private static int nextRaise(List<SeenPrice> prices, int from, Instant end, int back) {
            for (int i = from; i < prices.size(); i++) {
                boolean isRaised = prices.get(i)
                                .amount()
                                .compareTo(SeenPrice.share(prices.get(i - 1).amount(), "1.10"))
                        >= 0;
                if (isRaised && (prices.get(i).at().isAfter(end) || back < i)) {
                    return i;
                }
            }
            return 0;
        }

        private void spike(List<SeenPrice> prices, int raise, int last, List<FoundPattern> found) {
            SeenPrice before = prices.get(raise - 1);
            Instant end = prices.get(raise).at().plus(Duration.ofDays(7));
            for (int i = raise + 1; i < last; i++) {
                BigDecimal away =
                        prices.get(i).amount().subtract(before.amount()).abs();
                if (!prices.get(i).at().isAfter(end) && away.compareTo(SeenPrice.share(before.amount(), "0.05")) <= 0) {
                    add(
                            found,
                            "spike-and-return",
                            prices.get(raise).at(),
                            prices.get(i).at(),
                            i - raise + 1);
                    return;
                }
            }
        }

        private void fake(List<SeenPrice> prices, int raise, int last, List<FoundPattern> found) {
            SeenPrice before = prices.get(raise - 1);
            Instant end = prices.get(raise).at().plus(Duration.ofDays(14));
            for (int i = raise + 1; i < last; i++) {
                SeenPrice price = prices.get(i);
                if (!price.at().isAfter(end)
                        && price.isAtMost("1.05", before)
                        && !price.isAtMost("0.90", before)
                        && price.claimed().compareTo(price.amount()) > 0) {
                    add(found, "fake-discount", prices.get(raise).at(), price.at(), i - raise + 1);
                    return;
                }
            }
        }

        private void flapping(List<SeenPrice> prices, List<FoundPattern> found) {
            int i = 1;
            while (i < prices.size()) {
                i = prices.get(i).isApartFrom(prices.get(i - 1)) ? pair(prices, i, found) : i + 1;
            }
        }

        /** Follows the pair of levels that begins at an index; gives the first index that is no longer of it. */
        private int pair(List<SeenPrice> prices, int begin, List<FoundPattern> found) {
            List<BigDecimal> levels =
                    List.of(prices.get(begin - 1).amount(), prices.get(begin).amount());
            List<Instant> switches = new ArrayList<>(List.of(prices.get(begin).at()));
            int i = begin + 1;
            for (; i < prices.size(); i++) {
                SeenPrice price = prices.get(i);
                Instant lastSwitch = switches.get(switches.size() - 1);
                BigDecimal here = levels.get(switches.size() % 2);
                BigDecimal there = levels.get((switches.size() + 1) % 2);
                boolean forgotten = price.at().isAfter(lastSwitch.plus(Duration.ofDays(14)));
                if (forgotten || !(price.isOn(here) || price.isOn(there))) {
                    return i;
                }
                if (price.isOn(there)) {
                    switches.add(price.at());
                }
                boolean flaps = switches.size() >= 3
                        && !switches.get(switches.size() - 3)
                                .isBefore(price.at().minus(Duration.ofDays(14)));
                if (flaps) {
                    flapped.add(price.at());
                }
                if (flaps && price.isOn(there)) {
                    add(found, "flapping", switches.get(0), price.at(), switches.size());
                }
            }
            return i;
        }

        private void sellOuts(List<FoundPattern> found) {
            List<Instant> gone = new ArrayList<>();
            boolean wasPriced = false;
            for (PriceObservation seen : history) {
                if (seen.amount() != null) {
                    wasPriced = true;
                    gone.clear();
                } else if (wasPriced) {
                    gone.add(seen.observedAt());
                    add(found, "sell-out", gone.get(0), seen.observedAt(), gone.size());
                }
            }
        }

        private void lastMinuteSales(List<FoundPattern> found) {
            LocalDate departure = history.get(0).departure();
            for (NaiveDropOracle.OracleDrop drop : verdicts.drops()) {
                long lead = ChronoUnit.DAYS.between(LocalDate.ofInstant(drop.observedAt(), ZoneOffset.UTC), departure);
                if (lead >= 0 && lead <= 14 && !flapped.contains(drop.observedAt())) {
                    add(found, "last-minute-sale", drop.observedAt(), drop.observedAt(), 0);
                }
            }
        }

        private void add(List<FoundPattern> found, String pattern, Instant start, Instant end, int observations) {
            found.add(new FoundPattern(offer, pattern, start, end, observations));
        }
    }
}
