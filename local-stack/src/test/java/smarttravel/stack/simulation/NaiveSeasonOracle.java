package smarttravel.stack.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Basis;
import smarttravel.events.Kind;
import smarttravel.events.Market;
import smarttravel.events.PriceObservation;

/**
 * The seasonal trend once more, to check the product against: every price kept, plain medians, no code shared with it.
 * Observations come in arrival order.
 */
public final class NaiveSeasonOracle {
    private static final List<Integer> BUCKETS = List.of(180, 90, 60, 30, 21, 14, 7, 0);
    private static final int FEWEST_OFFERS = 5;
    private static final int FEWEST_PRICES = 5;

    private NaiveSeasonOracle() {}

    /** A departure month; without level and index when fewer than five offers carry it. */
    public record Level(
            int offers, @Nullable Double level, @Nullable Double index) {}

    /** A lead bucket; without index when fewer than five offers carry it. */
    public record CurvePoint(int offers, @Nullable Double index) {}

    /**
     * A market's two clocks.
     *
     * @param calendarIndex by month of the year, 1 to 12: median over its years
     * @param cycles years that every one of the twelve calendar months rests on, 0 while one has none
     * @param curve by first day of the lead bucket
     */
    public record Seasons(
            SortedMap<YearMonth, Level> months,
            SortedMap<Integer, Double> calendarIndex,
            int cycles,
            SortedMap<Integer, CurvePoint> curve) {
        /** Calendar months with a level. */
        public int coverage() {
            return calendarIndex.size();
        }

        /** {@code ok}, {@code provisional} or {@code insufficient}. */
        public String status() {
            if (coverage() == 12 && cycles >= 2) {
                return "ok";
            }
            return coverage() >= 6 ? "provisional" : "insufficient";
        }
    }

    /** What one unit of a currency was worth on a day, NaN when that is not known. */
    @FunctionalInterface
    public interface Dollars {
        double of(String currency, LocalDate day);
    }

    /** The seasons of every market that has a price in USD; only that is looked at. */
    public static SortedMap<String, Seasons> seasons(Collection<PriceObservation> observations) {
        return seasons(observations, (currency, day) -> currency.equals("USD") ? 1 : Double.NaN);
    }

    /** The seasons of every market that has a price whose worth in USD is known. */
    public static SortedMap<String, Seasons> seasons(Collection<PriceObservation> observations, Dollars dollars) {
        Map<String, Offer> offers = new LinkedHashMap<>();
        for (PriceObservation seen : observations) {
            offers.computeIfAbsent(seen.key(), key -> new Offer(seen)).see(seen, dollars);
        }
        SortedMap<String, List<Offer>> markets = new TreeMap<>();
        for (Offer offer : offers.values()) {
            if (!offer.prices.isEmpty()) {
                markets.computeIfAbsent(offer.market, name -> new ArrayList<>()).add(offer);
            }
        }
        SortedMap<String, Seasons> seasons = new TreeMap<>();
        markets.forEach((market, its) -> seasons.put(market, seasonsOf(its)));
        return seasons;
    }

    /** A price in its own currency, and what a unit of that was worth. */
    private record Priced(LocalDate day, double unit, double rate) {}

    private static final class Offer {
        private final String market;
        private final LocalDate departure;
        private final List<Priced> prices = new ArrayList<>();
        private Instant newest = Instant.MIN;

        Offer(PriceObservation first) {
            market = Market.of(first);
            departure = first.departure();
        }

        void see(PriceObservation seen, Dollars dollars) {
            boolean lateOrTwice = !seen.observedAt().isAfter(newest);
            if (lateOrTwice) {
                return;
            }
            newest = seen.observedAt();
            if (seen.amount() != null && seen.currency() != null) {
                LocalDate day = LocalDate.ofInstant(seen.observedAt(), ZoneOffset.UTC);
                double rate = dollars.of(seen.currency(), day);
                if (!Double.isNaN(rate)) {
                    prices.add(new Priced(day, unit(seen), rate));
                }
            }
        }
    }

    /** Per person, and for hotels per night. */
    static double unit(PriceObservation seen) {
        double unit = Objects.requireNonNull(seen.amount()).doubleValue();
        if (seen.basis() == Basis.TOTAL && seen.occupancy() != null) {
            unit /= seen.occupancy();
        }
        return seen.kind() == Kind.HOTEL && seen.nights() != null ? unit / seen.nights() : unit;
    }

    private static Seasons seasonsOf(List<Offer> offers) {
        SortedMap<YearMonth, List<Double>> latest = new TreeMap<>();
        for (Offer offer : offers) {
            Priced last = offer.prices.get(offer.prices.size() - 1);
            latest.computeIfAbsent(YearMonth.from(offer.departure), month -> new ArrayList<>())
                    .add(last.unit() * last.rate());
        }
        List<Double> levels = latest.values().stream()
                .filter(prices -> prices.size() >= FEWEST_OFFERS)
                .map(NaiveSeasonOracle::median)
                .toList();
        SortedMap<YearMonth, Level> months = new TreeMap<>();
        latest.forEach((month, prices) -> months.put(month, level(prices, levels)));
        SortedMap<Integer, List<Double>> byCalendarMonth = new TreeMap<>();
        months.forEach((month, level) -> {
            if (level.index() != null) {
                byCalendarMonth
                        .computeIfAbsent(month.getMonthValue(), number -> new ArrayList<>())
                        .add(level.index());
            }
        });
        SortedMap<Integer, Double> calendarIndex = new TreeMap<>();
        byCalendarMonth.forEach((month, indexes) -> calendarIndex.put(month, median(indexes)));
        int cycles = byCalendarMonth.size() < 12
                ? 0
                : byCalendarMonth.values().stream().mapToInt(List::size).min().orElse(0);
        return new Seasons(months, calendarIndex, cycles, curve(offers));
    }

    private static Level level(List<Double> prices, List<Double> levels) {
        if (prices.size() < FEWEST_OFFERS) {
            return new Level(prices.size(), null, null);
        }
        double level = median(prices);
        return new Level(prices.size(), level, 100 * level / median(levels));
    }

    private static SortedMap<Integer, CurvePoint> curve(List<Offer> offers) {
        SortedMap<Integer, List<Double>> indexes = new TreeMap<>();
        for (Offer offer : offers) {
            if (offer.prices.size() >= FEWEST_PRICES) {
                double usual = median(offer.prices.stream().map(Priced::unit).toList());
                byBucket(offer)
                        .forEach((bucket, prices) -> indexes.computeIfAbsent(bucket, first -> new ArrayList<>())
                                .add(100 * median(prices) / usual));
            }
        }
        SortedMap<Integer, CurvePoint> curve = new TreeMap<>();
        indexes.forEach((bucket, its) ->
                curve.put(bucket, new CurvePoint(its.size(), its.size() < FEWEST_OFFERS ? null : median(its))));
        return curve;
    }

    private static SortedMap<Integer, List<Double>> byBucket(Offer offer) {
        SortedMap<Integer, List<Double>> prices = new TreeMap<>();
        for (Priced priced : offer.prices) {
            long lead = ChronoUnit.DAYS.between(priced.day(), offer.departure);
            BUCKETS.stream()
                    .filter(first -> first <= lead)
                    .findFirst()
                    .ifPresent(bucket -> prices.computeIfAbsent(bucket, first -> new ArrayList<>())
                            .add(priced.unit()));
        }
        return prices;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
