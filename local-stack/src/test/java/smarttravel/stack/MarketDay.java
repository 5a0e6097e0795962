package smarttravel.stack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A day of a market, computed from a file of fares with nothing but loops, to check the product against. */
record MarketDay(int offers, double minimum, double p25, double median, double p75, double change, double dropped) {

    /** The figures in the order of the view's columns. */
    double[] figures() {
        return new double[] {offers, minimum, p25, median, p75, change, dropped};
    }

    /**
     * Every day of every market, by "market day".
     *
     * @param fares lines of snapshot day, origin, destination, departure, price, ...; the first is the header
     * @param drops lines of origin, destination, departure, instant, ...
     */
    static Map<String, MarketDay> ofFile(List<String> fares, List<String> drops) {
        Map<String, List<Double>> prices = prices(fares);
        Map<String, Integer> dropped = new HashMap<>();
        for (String drop : drops) {
            String[] cells = drop.split("\\|", -1);
            if (cells.length > 3) {
                dropped.merge(place(cells[0], cells[1], cells[3].substring(0, 10)), 1, Integer::sum);
            }
        }
        Map<String, double[]> sorted = new TreeMap<>();
        prices.forEach((place, its) -> sorted.put(place, sorted(its)));
        Map<String, MarketDay> days = new TreeMap<>();
        sorted.forEach((place, its) -> days.put(
                place,
                new MarketDay(
                        its.length,
                        its[0],
                        quantile(its, 0.25),
                        quantile(its, 0.5),
                        quantile(its, 0.75),
                        change(place, sorted),
                        dropped.getOrDefault(place, 0) / (double) its.length)));
        return days;
    }

    private static Map<String, List<Double>> prices(List<String> fares) {
        Map<String, String> newest = new HashMap<>();
        Map<String, List<Double>> prices = new HashMap<>();
        for (String fare : fares.subList(1, fares.size())) {
            String[] cells = fare.split(",", 6);
            String offer = cells[1] + cells[2] + cells[3];
            boolean isNew = cells[0].compareTo(newest.getOrDefault(offer, "")) > 0;
            if (isNew && !cells[4].isBlank()) {
                newest.put(offer, cells[0]);
                prices.computeIfAbsent(place(cells[1], cells[2], cells[0]), any -> new ArrayList<>())
                        .add(Double.parseDouble(cells[4]));
            }
        }
        return prices;
    }

    private static String place(String origin, String destination, String day) {
        return "FLIGHT/" + origin + "/" + destination + " " + day;
    }

    private static double[] sorted(List<Double> prices) {
        double[] sorted = prices.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double change(String place, Map<String, double[]> sorted) {
        String[] parts = place.split(" ", 2);
        double[] before = sorted.get(parts[0] + " " + LocalDate.parse(parts[1]).minusDays(7));
        double[] now = sorted.get(place);
        return before == null || now == null ? Double.NaN : 100 * (quantile(now, 0.5) / quantile(before, 0.5) - 1);
    }

    private static double quantile(double[] sorted, double share) {
        double rank = share * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
