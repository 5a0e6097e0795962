package smarttravel.jobs.advice.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.features.RouteState;
import smarttravel.jobs.advice.features.SeenPrice;

/**
 * Sorts observations that come in any order into a history and computes what was known at each of them: routes take in
 * everything of one moment before any row of that moment is made, so a row knows its own moment and nothing later.
 */
public final class PriceHistoryBuilder {
    private static final double DEARER_WHEN_SOLD_OUT = 1.1;
    private static final long SECONDS_A_DAY = 86_400;

    private final Map<String, PriceSeries> byOffer = new HashMap<>();
    private final List<PriceObservation> soldOutWithoutRoute = new ArrayList<>();

    /** Takes in one observation. */
    public void add(PriceObservation seen) {
        @Nullable String route = SeenPrice.route(seen);
        if (route == null) {
            soldOutWithoutRoute.add(seen);
        } else {
            String key = seen.key() + " " + seen.currency();
            byOffer.computeIfAbsent(
                            key,
                            unknown -> new PriceSeries(route, seen.departure().toEpochDay()))
                    .add(SeenPrice.of(seen));
        }
    }

    /** Takes in one look that was kept: an offer in its market, in the currency of its prices. */
    public void add(String market, String currency, SeenPrice seen) {
        byOffer.computeIfAbsent(
                        seen.offer() + " " + currency,
                        unknown -> new PriceSeries(market + "/" + currency, seen.departure()))
                .add(seen);
    }

    /** Everything that was added. What is sold out without ever having had a price is left out. */
    public PriceHistory build() {
        placeSoldOut();
        List<Map.Entry<String, PriceSeries>> offers = new ArrayList<>(byOffer.entrySet());
        offers.sort(Comparator.comparing((Map.Entry<String, PriceSeries> offer) ->
                        offer.getValue().route())
                .thenComparing(Map.Entry::getKey));
        List<String> routes = offers.stream()
                .map(offer -> offer.getValue().route())
                .distinct()
                .toList();
        List<SeenPrice> seen = new ArrayList<>();
        int[] firstOfRoute = new int[routes.size() + 1];
        int[] routeOfOffer = new int[offers.size()];
        long[] departures = new long[offers.size()];
        List<Integer> offerOfRow = new ArrayList<>();
        int route = -1;
        for (int offer = 0; offer < offers.size(); offer++) {
            PriceSeries series = offers.get(offer).getValue();
            if (route < 0 || !routes.get(route).equals(series.route())) {
                firstOfRoute[++route] = seen.size();
            }
            routeOfOffer[offer] = route;
            departures[offer] = series.departure();
            for (int position : series.order()) {
                seen.add(series.at(position, offers.get(offer).getKey()));
                offerOfRow.add(offer);
            }
        }
        firstOfRoute[routes.size()] = seen.size();
        HistoryRows rows = new HistoryRows(seen.size());
        Arrays.setAll(rows.offer, offerOfRow::get);
        IntStream.range(0, routes.size())
                .parallel()
                .forEach(each -> fill(rows, seen, firstOfRoute[each], firstOfRoute[each + 1]));
        return new PriceHistory(
                routes, offers.stream().map(Map.Entry::getKey).toList(), routeOfOffer, departures, rows);
    }

    /** Who is sold out says no currency: it stands with the prices seen of the same offer. */
    private void placeSoldOut() {
        Map<String, List<PriceSeries>> byKey = new HashMap<>();
        byOffer.forEach((key, series) -> byKey.computeIfAbsent(
                        key.substring(0, key.lastIndexOf(' ')), unknown -> new ArrayList<>())
                .add(series));
        for (PriceObservation each : soldOutWithoutRoute) {
            byKey.getOrDefault(each.key(), List.of()).forEach(series -> series.add(SeenPrice.of(each)));
        }
        soldOutWithoutRoute.clear();
    }

    private static void fill(HistoryRows rows, List<SeenPrice> seen, int from, int to) {
        long[] inTime = IntStream.range(from, to)
                .mapToLong(row -> (seen.get(row).second() << 30) | row)
                .sorted()
                .toArray();
        RouteState state = new RouteState();
        long today = Long.MIN_VALUE;
        for (int start = 0; start < inTime.length; ) {
            long second = inTime[start] >> 30;
            if (Math.floorDiv(second, SECONDS_A_DAY) != today) {
                today = Math.floorDiv(second, SECONDS_A_DAY);
                state.forgetBefore(today);
            }
            int end = start;
            while (end < inTime.length && inTime[end] >> 30 == second) {
                state.observe(seen.get(rowOf(inTime[end++])));
            }
            for (int i = start; i < end; i++) {
                fill(rows, rowOf(inTime[i]), seen.get(rowOf(inTime[i])), state);
            }
            start = end;
        }
        count(rows, from, to);
    }

    private static int rowOf(long key) {
        return (int) (key & 0x3FFF_FFFF);
    }

    private static void fill(HistoryRows rows, int row, SeenPrice seen, RouteState state) {
        rows.second[row] = seen.second();
        if (!seen.isSoldOut()) {
            rows.cost[row] = seen.price();
            rows.features[row] = AdviceFeatures.of(state, seen.offer(), seen.second());
        } else {
            rows.cost[row] = state.cheapestComparable(seen.offer(), seen.second());
        }
    }

    /** Counts earlier prices, and what a sold-out row without a comparable costs. */
    private static void count(HistoryRows rows, int from, int to) {
        int earlier = 0;
        double last = Double.NaN;
        for (int row = from; row < to; row++) {
            if (row == from || rows.offer[row] != rows.offer[row - 1]) {
                earlier = 0;
                last = Double.NaN;
            }
            rows.earlier[row] = earlier;
            if (rows.features[row] != null) {
                earlier++;
                last = rows.cost[row];
            } else if (Double.isNaN(rows.cost[row])) {
                rows.cost[row] = DEARER_WHEN_SOLD_OUT * last;
            }
        }
    }
}
