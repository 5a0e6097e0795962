package smarttravel.jobs.seasons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import smarttravel.jobs.fx.RatesInForce;
import smarttravel.jobs.money.Medians;

/**
 * The seasonal rule: what the offers of one market together say of its months and of the days before departure.
 *
 * <p>Level of a departure month = median of its offers' latest prices; index = 100 x level / median of the market's
 * levels; a calendar month's index = median of that month's indexes over the years.
 */
final class SeasonRule {
    /** Fewer offers than this say nothing. */
    static final int MIN_OFFERS = 5;

    /** Prices an offer needs to have a part in the booking curve. */
    static final int MIN_OBSERVATIONS_FOR_CURVE = 5;

    private static final int MONTHS_OF_A_YEAR = 12;
    private static final int MONTHS_FOR_PROVISIONAL = 6;
    private static final int CYCLES_FOR_OK = 2;

    private SeasonRule() {}

    /** The market's rows, from all its offers, whose prices are compared in USD. */
    static MarketSeasons judge(String market, Iterable<OfferSeason> offers, RatesInForce rates) throws Exception {
        Gathered gathered = Gathered.from(offers, rates);
        SortedMap<Integer, Double> levels = new TreeMap<>();
        gathered.pricesByMonth.forEach((month, prices) -> {
            if (prices.size() >= MIN_OFFERS) {
                levels.put(month, median(prices));
            }
        });
        double reference = levels.isEmpty() ? Double.NaN : median(levels.values());
        return new MarketSeasons(
                market,
                gathered.pricesByMonth.entrySet().stream()
                        .map(month -> monthLevel(month, levels, reference))
                        .toList(),
                calendar(levels, reference),
                gathered.curve(),
                gathered.observations,
                gathered.firstAt,
                gathered.lastAt);
    }

    private static MarketSeasons.MonthLevel monthLevel(
            Map.Entry<Integer, List<Double>> month, Map<Integer, Double> levels, double reference) {
        Double level = levels.get(month.getKey());
        return new MarketSeasons.MonthLevel(
                month.getKey(),
                month.getValue().size(),
                level == null ? Double.NaN : level,
                level == null ? Double.NaN : 100 * level / reference);
    }

    private static MarketSeasons.Calendar calendar(SortedMap<Integer, Double> levels, double reference) {
        SortedMap<Integer, List<Double>> byCalendarMonth = new TreeMap<>();
        levels.forEach((month, level) -> byCalendarMonth
                .computeIfAbsent(month % 100, any -> new ArrayList<>())
                .add(100 * level / reference));
        int coverage = byCalendarMonth.size();
        int cycles = coverage < MONTHS_OF_A_YEAR
                ? 0
                : byCalendarMonth.values().stream().mapToInt(List::size).min().orElse(0);
        return new MarketSeasons.Calendar(
                byCalendarMonth.entrySet().stream()
                        .map(month -> new MarketSeasons.CalendarMonth(
                                month.getKey(),
                                median(month.getValue()),
                                month.getValue().size()))
                        .toList(),
                coverage,
                cycles,
                status(coverage, cycles));
    }

    private static SeasonStatus status(int coverage, int cycles) {
        if (coverage == MONTHS_OF_A_YEAR && cycles >= CYCLES_FOR_OK) {
            return SeasonStatus.OK;
        }
        return coverage >= MONTHS_FOR_PROVISIONAL ? SeasonStatus.PROVISIONAL : SeasonStatus.INSUFFICIENT;
    }

    private static double median(Iterable<Double> values) {
        List<Double> list = new ArrayList<>();
        values.forEach(list::add);
        double[] sorted = list.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return Medians.ofSorted(sorted);
    }

    /** The offers' parts by month and by lead bucket. */
    private static final class Gathered {
        private final SortedMap<Integer, List<Double>> pricesByMonth = new TreeMap<>();
        private final List<List<Double>> curves = new ArrayList<>();
        private long observations;
        private long firstAt = Long.MAX_VALUE;
        private long lastAt = Long.MIN_VALUE;

        static Gathered from(Iterable<OfferSeason> offers, RatesInForce rates) throws Exception {
            Gathered gathered = new Gathered();
            for (int bucket = 0; bucket < LeadBucket.COUNT; bucket++) {
                gathered.curves.add(new ArrayList<>());
            }
            for (OfferSeason offer : offers) {
                gathered.add(offer, offer.usd(rates));
            }
            return gathered;
        }

        private void add(OfferSeason offer, double usd) {
            List<Double> month = pricesByMonth.computeIfAbsent(offer.departureMonth(), any -> new ArrayList<>());
            if (!Double.isNaN(usd)) {
                month.add(usd);
            }
            for (int bucket = 0; bucket < LeadBucket.COUNT; bucket++) {
                if (!Float.isNaN(offer.curve()[bucket])) {
                    curves.get(bucket).add((double) offer.curve()[bucket]);
                }
            }
            observations += offer.allObservations();
            firstAt = Math.min(firstAt, offer.seenSince());
            lastAt = Math.max(lastAt, offer.lastAt());
        }

        private List<MarketSeasons.LeadIndex> curve() {
            List<MarketSeasons.LeadIndex> curve = new ArrayList<>();
            for (int bucket = 0; bucket < LeadBucket.COUNT; bucket++) {
                List<Double> parts = curves.get(bucket);
                curve.add(new MarketSeasons.LeadIndex(
                        LeadBucket.firstDay(bucket),
                        parts.size(),
                        parts.size() < MIN_OFFERS ? Double.NaN : median(parts)));
            }
            return curve;
        }
    }
}
