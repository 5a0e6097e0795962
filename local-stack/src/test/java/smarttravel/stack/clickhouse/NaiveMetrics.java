package smarttravel.stack.clickhouse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import smarttravel.events.Basis;
import smarttravel.events.Kind;
import smarttravel.events.Market;
import smarttravel.events.PriceObservation;

/** Price metrics once more, to check the views against: plain lists, plain loops. Observations come in order. */
final class NaiveMetrics {
    private static final List<Integer> BUCKETS = List.of(180, 90, 60, 30, 21, 14, 7, 0);

    private NaiveMetrics() {}

    /** {@code offer|currency|n|minimum|q1|median|q3|maximum|stands}, sorted. */
    static Set<String> ofOffers(Collection<PriceObservation> plausible) {
        Map<String, List<PriceObservation>> offers = new LinkedHashMap<>();
        plausible.stream()
                .filter(seen -> seen.amount() != null)
                .forEach(seen -> offers.computeIfAbsent(seen.key(), key -> new ArrayList<>())
                        .add(seen));
        Set<String> lines = new TreeSet<>();
        offers.forEach((offer, history) -> {
            List<Double> run = new ArrayList<>();
            String currency = "";
            for (PriceObservation seen : history) {
                if (!currency.equals(seen.currency())) {
                    run.clear();
                }
                currency = Objects.requireNonNull(seen.currency());
                run.add(Objects.requireNonNull(seen.amount()).doubleValue());
            }
            double today = run.get(run.size() - 1);
            lines.add(offer + "|" + currency + "|" + figures(run) + "|" + stands(today, run));
        });
        return lines;
    }

    /** {@code market|bucket|n|offers|minimum|q1|median|q3|maximum}, sorted. */
    static Set<String> ofMarkets(Collection<PriceObservation> plausible) {
        Map<String, Double> lastOfDay = new LinkedHashMap<>();
        for (PriceObservation seen : plausible) {
            LocalDate day = LocalDate.ofInstant(seen.observedAt(), ZoneOffset.UTC);
            long lead = ChronoUnit.DAYS.between(day, seen.departure());
            if ("USD".equals(seen.currency()) && lead >= 0) {
                int bucket = BUCKETS.stream()
                        .filter(first -> first <= lead)
                        .findFirst()
                        .orElseThrow();
                lastOfDay.put(Market.of(seen) + "|" + bucket + "\n" + seen.key() + "\n" + day, unit(seen));
            }
        }
        Map<String, List<Double>> units = new TreeMap<>();
        Map<String, Set<String>> offers = new TreeMap<>();
        lastOfDay.forEach((key, unit) -> {
            String[] parts = key.split("\n", -1);
            units.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(unit);
            offers.computeIfAbsent(parts[0], name -> new TreeSet<>()).add(parts[1]);
        });
        Set<String> lines = new TreeSet<>();
        units.forEach((place, all) -> lines.add(
                place + "|" + Objects.requireNonNull(offers.get(place)).size() + "|" + figures(all)));
        return lines;
    }

    private static double unit(PriceObservation seen) {
        double unit = Objects.requireNonNull(seen.amount()).doubleValue();
        if (seen.basis() == Basis.TOTAL && seen.occupancy() != null) {
            unit /= seen.occupancy();
        }
        return seen.kind() == Kind.HOTEL && seen.nights() != null ? unit / seen.nights() : unit;
    }

    private static String figures(List<Double> values) {
        return values.size() + "|" + text(quantile(values, 0)) + "|" + text(quantile(values, 0.25)) + "|"
                + text(quantile(values, 0.5)) + "|" + text(quantile(values, 0.75)) + "|" + text(quantile(values, 1));
    }

    private static String stands(double today, List<Double> values) {
        double median = quantile(values, 0.5);
        if (values.size() < 5) {
            return "insufficient";
        }
        if (today < median) {
            return today <= quantile(values, 0.25) ? "low" : "typical";
        }
        return today > median && today >= quantile(values, 0.75) ? "high" : "typical";
    }

    private static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double rank = share * (sorted.size() - 1);
        double below = sorted.get((int) Math.floor(rank));
        double above = sorted.get((int) Math.ceil(rank));
        return below + (rank - Math.floor(rank)) * (above - below);
    }

    /** To the cent: far below what a person would call another price. */
    static String text(double value) {
        return BigDecimal.valueOf(value)
                .setScale(6, RoundingMode.HALF_EVEN)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
