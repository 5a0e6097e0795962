package smarttravel.api.forecasts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The forecast and its score once more, to check the product against: months by name, every sum written out, no state that
 * is carried on.
 */
final class NaiveForecast {
    private static final List<Double> WEIGHTS = List.of(0.1, 0.0, 0.05, 0.2, 0.4);

    private final SortedMap<YearMonth, Double> known;
    /** What was computed already: each rests on all months before it. */
    private final Map<String, Double> surprises = new HashMap<>();

    private final double easter;

    NaiveForecast(SortedMap<YearMonth, Double> known) {
        this.known = new TreeMap<>(known);
        this.easter = easter();
    }

    double forecast(YearMonth month) {
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        for (double weight : WEIGHTS) {
            double surprises = 0;
            for (YearMonth each : known.tailMap(firstMonth().plusYears(1)).keySet()) {
                surprises += Math.pow(surprise(each, weight), 2);
            }
            boolean isFirst = Double.isNaN(best);
            if (isFirst || (known.size() >= 24 && surprises < least)) {
                best = level(month, weight) + season(month, weight);
                least = surprises;
            }
        }
        return Math.exp(best + easter * easterDays(month) / 10.0);
    }

    /** {MASE, MASE of last year's levels, forecasts}. */
    double[] backtest() {
        double missed = 0;
        double missedByLastYear = 0;
        int forecasts = 0;
        double scale = 0;
        for (YearMonth month : known.tailMap(firstMonth().plusYears(1)).keySet()) {
            scale += Math.abs(value(month) - value(month.minusYears(1))) / (known.size() - 12);
            for (int ahead = 1; ahead <= 12; ahead++) {
                SortedMap<YearMonth, Double> before = known.headMap(month.minusMonths(ahead - 1L));
                if (before.size() >= 12) {
                    missed += Math.abs(new NaiveForecast(before).forecast(month) - value(month));
                    missedByLastYear += Math.abs(value(month.minusYears(1)) - value(month));
                    forecasts++;
                }
            }
        }
        return new double[] {missed / forecasts / scale, missedByLastYear / forecasts / scale, forecasts};
    }

    private double surprise(YearMonth month, double weight) {
        return cleared(month) - level(month, weight) - season(month, weight);
    }

    /** The level before a month. */
    private double level(YearMonth month, double weight) {
        double level = firstLevel();
        for (YearMonth each :
                known.subMap(firstMonth().plusYears(1), later(month)).keySet()) {
            level += weight * surpriseOf(each, weight);
        }
        return level;
    }

    private double season(YearMonth month, double weight) {
        YearMonth first = month;
        while (!first.isBefore(firstMonth().plusYears(1))) {
            first = first.minusYears(1);
        }
        double season = cleared(first) - firstLevel();
        int years = 1;
        for (YearMonth each = first.plusYears(1);
                each.isBefore(month) && known.containsKey(each);
                each = each.plusYears(1)) {
            years++;
            season += (1 - weight) * surpriseOf(each, weight) / years;
        }
        return season;
    }

    private double surpriseOf(YearMonth month, double weight) {
        String key = month + "/" + weight;
        Double found = surprises.get(key);
        if (found == null) {
            found = surprise(month, weight);
            surprises.put(key, found);
        }
        return found;
    }

    private double firstLevel() {
        return known.headMap(firstMonth().plusYears(1)).keySet().stream()
                .mapToDouble(this::cleared)
                .average()
                .orElseThrow();
    }

    private double cleared(YearMonth month) {
        return Math.log(value(month)) - easter * easterDays(month) / 10.0;
    }

    private double easter() {
        List<Double> still = known.tailMap(firstMonth().plusYears(1)).keySet().stream()
                .filter(month -> easterDays(month) == easterDays(month.minusYears(1)))
                .map(this::change)
                .sorted()
                .toList();
        int half = still.size() / 2;
        double usual = 0;
        if (!still.isEmpty()) {
            usual = still.size() % 2 == 1 ? still.get(half) : (still.get(half - 1) + still.get(half)) / 2;
        }
        double up = 0;
        double down = 0.5;
        for (YearMonth month : known.tailMap(firstMonth().plusYears(1)).keySet()) {
            double moved = (easterDays(month) - easterDays(month.minusYears(1))) / 10.0;
            up += moved * (change(month) - usual);
            down += moved * moved;
        }
        return up / down;
    }

    private double change(YearMonth month) {
        return Math.log(value(month)) - Math.log(value(month.minusYears(1)));
    }

    /** Of the ten days until Easter Monday. */
    private static int easterDays(YearMonth month) {
        LocalDate monday = gaussEaster(month.getYear()).plusDays(1);
        int days = 0;
        for (LocalDate day = monday.minusDays(9); !day.isAfter(monday); day = day.plusDays(1)) {
            days += YearMonth.from(day).equals(month) ? 1 : 0;
        }
        return days;
    }

    /** Gauss's rule for the years 1900 to 2099. */
    private static LocalDate gaussEaster(int year) {
        int d = (19 * (year % 19) + 24) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
        int march = 22 + d + e;
        if (d == 29 && e == 6) {
            march = 50;
        }
        if (d == 28 && e == 6 && year % 19 > 10) {
            march = 49;
        }
        return LocalDate.of(year, 3, 1).plusDays(march - 1L);
    }

    private YearMonth firstMonth() {
        return known.firstKey();
    }

    private double value(YearMonth month) {
        Double value = known.get(month);
        if (value == null) {
            throw new IllegalStateException("nothing is known of " + month);
        }
        return value;
    }

    private YearMonth later(YearMonth month) {
        return month.isBefore(firstMonth().plusYears(1)) ? firstMonth().plusYears(1) : month;
    }
}
