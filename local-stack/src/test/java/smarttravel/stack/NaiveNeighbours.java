package smarttravel.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import smarttravel.events.Market;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.money.UnitPrice;

/** What departs near an offer and was seen lately: looked for in every observation of the market, slowly and plainly. */
final class NaiveNeighbours {
    private static final long DAY = 86_400;

    private final Map<String, List<PriceObservation>> byMarket;
    private final Map<String, PriceObservation> firstSeen;

    NaiveNeighbours(List<PriceObservation> observations) {
        byMarket = observations.stream().collect(Collectors.groupingBy(Market::of));
        firstSeen = observations.stream()
                .collect(Collectors.toMap(PriceObservation::key, seen -> seen, (first, later) -> first));
    }

    /** The logarithms of their prices at a moment (epoch second), ascending. */
    double[] of(String offer, String currency, long second) {
        PriceObservation own = Objects.requireNonNull(firstSeen.get(offer));
        long today = Math.floorDiv(second, DAY);
        Map<String, PriceObservation> last = new HashMap<>();
        for (PriceObservation seen : Objects.requireNonNull(byMarket.get(Market.of(own)))) {
            long departs = seen.departure().toEpochDay();
            if (seen.observedAt().getEpochSecond() <= second
                    && !seen.key().equals(offer)
                    && departs >= today
                    && Math.abs(departs - own.departure().toEpochDay()) <= 3) {
                last.put(seen.key(), seen);
            }
        }
        return last.values().stream()
                .filter(seen -> seen.amount() != null && currency.equals(seen.currency()))
                .filter(seen -> second - seen.observedAt().getEpochSecond() <= 3 * DAY)
                .mapToDouble(seen -> Math.log(UnitPrice.of(seen)))
                .sorted()
                .toArray();
    }

    static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
