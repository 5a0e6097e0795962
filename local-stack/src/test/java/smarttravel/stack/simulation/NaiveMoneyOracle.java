package smarttravel.stack.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import smarttravel.events.FxKind;
import smarttravel.events.FxRate;
import smarttravel.events.Market;
import smarttravel.events.PriceObservation;

/** What the peso did to prices, once more and plainly, to check the product against: no code shared with it. */
public final class NaiveMoneyOracle {
    private static final int DECIMALS = 12;

    private final NavigableMap<LocalDate, BigDecimal> dollarsPerPeso = new TreeMap<>();

    private NaiveMoneyOracle() {}

    /** From what a dollar cost on each day. */
    public static NaiveMoneyOracle ofPesos(SortedMap<LocalDate, BigDecimal> pesosPerDollar) {
        NaiveMoneyOracle oracle = new NaiveMoneyOracle();
        pesosPerDollar.forEach((day, pesos) ->
                oracle.dollarsPerPeso.put(day, BigDecimal.ONE.divide(pesos, DECIMALS, RoundingMode.HALF_UP)));
        return oracle;
    }

    /** A week's change in percent: at the earlier rates, and what the rates added. */
    public record Week(double operators, double currency) {}

    /** The rates to be published. */
    public List<FxRate> rates() {
        List<FxRate> rates = new ArrayList<>();
        dollarsPerPeso.forEach((day, usd) -> rates.add(new FxRate("ARS", FxKind.OFFICIAL, day, usd)));
        return rates;
    }

    /** What one unit was worth: the latest rate at or before the day. */
    public double dollars(String currency, LocalDate day) {
        if (currency.equals("USD")) {
            return 1;
        }
        Map.Entry<LocalDate, BigDecimal> rate = dollarsPerPeso.floorEntry(day);
        return rate == null ? Double.NaN : rate.getValue().doubleValue();
    }

    /** By market and day, for days of which the one a week before was seen too. */
    public Map<String, Week> weeks(Collection<PriceObservation> observations) {
        Map<String, Map<LocalDate, List<PriceObservation>>> markets = lastOfEachDay(observations);
        Map<String, Week> weeks = new HashMap<>();
        markets.forEach((market, days) -> days.forEach((day, offers) -> {
            List<PriceObservation> weekBefore = days.get(day.minusDays(7));
            if (weekBefore != null) {
                double then = median(weekBefore, day.minusDays(7));
                double atOldRates = median(offers, day.minusDays(7));
                double now = median(offers, day);
                weeks.put(market + " " + day, new Week(100 * (atOldRates / then - 1), 100 * (now / atOldRates - 1)));
            }
        }));
        return weeks;
    }

    private double median(List<PriceObservation> offers, LocalDate ratesOf) {
        return NaiveSeasonOracle.median(offers.stream()
                .map(seen -> NaiveSeasonOracle.unit(seen) * dollars(Objects.requireNonNull(seen.currency()), ratesOf))
                .toList());
    }

    private static Map<String, Map<LocalDate, List<PriceObservation>>> lastOfEachDay(
            Collection<PriceObservation> observations) {
        Map<String, Instant> newest = new HashMap<>();
        Map<String, String> marketOf = new HashMap<>();
        Map<String, Map<LocalDate, Map<String, PriceObservation>>> last = new TreeMap<>();
        for (PriceObservation seen : observations) {
            Instant before = newest.getOrDefault(seen.key(), Instant.MIN);
            if (!seen.observedAt().isAfter(before)) {
                continue;
            }
            newest.put(seen.key(), seen.observedAt());
            marketOf.putIfAbsent(seen.key(), Market.of(seen));
            if (seen.amount() != null) {
                last.computeIfAbsent(Objects.requireNonNull(marketOf.get(seen.key())), market -> new TreeMap<>())
                        .computeIfAbsent(day(seen.observedAt()), day -> new HashMap<>())
                        .put(seen.key(), seen);
            }
        }
        Map<String, Map<LocalDate, List<PriceObservation>>> days = new TreeMap<>();
        last.forEach((market, byDay) -> byDay.forEach((day, offers) ->
                days.computeIfAbsent(market, any -> new TreeMap<>()).put(day, List.copyOf(offers.values()))));
        return days;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
