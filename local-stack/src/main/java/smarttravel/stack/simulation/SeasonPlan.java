package smarttravel.stack.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import smarttravel.stack.simulation.SeasonTruth.LeadTruth;
import smarttravel.stack.simulation.SeasonTruth.MonthTruth;

/** Seasons and booking curve of one market from its offers' plan: season, curve and days of reading, without noise. */
final class SeasonPlan {
    private static final int FEWEST_OFFERS = 5;
    private static final int FEWEST_READINGS = 5;

    private SeasonPlan() {}

    static SeasonTruth truth(String market, List<SimulatedOffer> offers, LocalDate lastDay) {
        String currency = offers.get(0).line().provider().currency();
        return new SeasonTruth(market, currency, months(offers, lastDay), curve(offers));
    }

    private static List<MonthTruth> months(List<SimulatedOffer> offers, LocalDate lastDay) {
        SortedMap<YearMonth, List<SimulatedOffer>> byMonth = new TreeMap<>();
        for (SimulatedOffer offer : offers) {
            byMonth.computeIfAbsent(YearMonth.from(offer.departure()), month -> new ArrayList<>())
                    .add(offer);
        }
        byMonth.values().removeIf(few -> few.size() < FEWEST_OFFERS);
        double usualSeason = medianOfMonths(byMonth, SeasonPlan::season);
        double usualLevel = medianOfMonths(byMonth, SeasonPlan::level);
        List<MonthTruth> months = new ArrayList<>();
        byMonth.forEach((month, its) -> months.add(new MonthTruth(
                month,
                its.size(),
                100 * season(its) / usualSeason,
                !month.atEndOfMonth().isAfter(lastDay),
                100 * level(its) / usualLevel)));
        return List.copyOf(months);
    }

    private static double medianOfMonths(
            SortedMap<YearMonth, List<SimulatedOffer>> byMonth, ToDoubleFunction<List<SimulatedOffer>> figure) {
        return median(byMonth.values().stream().map(figure::applyAsDouble).toList());
    }

    /** The month's planted factor; it is the same for all of its offers. */
    private static double season(List<SimulatedOffer> offers) {
        return offers.get(0).path().season();
    }

    private static double level(List<SimulatedOffer> offers) {
        return median(offers.stream()
                .map(offer -> offer.path().unitDollars(lastPricedDay(offer)))
                .toList());
    }

    private static long lastPricedDay(SimulatedOffer offer) {
        return offer.sale().days().filter(day -> !offer.isSoldOut(day)).max().orElseThrow();
    }

    private static List<LeadTruth> curve(List<SimulatedOffer> offers) {
        SortedMap<Integer, List<Double>> indexes = new TreeMap<>();
        for (SimulatedOffer offer : offers) {
            long[] days =
                    offer.sale().days().filter(day -> !offer.isSoldOut(day)).toArray();
            if (days.length >= FEWEST_READINGS) {
                addIndexes(offer, days, indexes);
            }
        }
        indexes.values().removeIf(few -> few.size() < FEWEST_OFFERS);
        BookingCurve planted = offers.get(0).line().bookingCurve();
        List<LeadTruth> curve = new ArrayList<>();
        indexes.forEach(
                (bucket, its) -> curve.add(new LeadTruth(bucket, its.size(), planted.factor(bucket), median(its))));
        return List.copyOf(curve);
    }

    private static void addIndexes(SimulatedOffer offer, long[] days, SortedMap<Integer, List<Double>> indexes) {
        List<Double> factors = new ArrayList<>();
        SortedMap<Integer, Double> factorByBucket = new TreeMap<>();
        for (long day : days) {
            long lead = offer.sale().departure() - day;
            double factor = offer.line().bookingCurve().factor(lead);
            factors.add(factor);
            factorByBucket.put(BookingCurve.bucket(lead), factor);
        }
        double usual = median(factors);
        factorByBucket.forEach((bucket, factor) ->
                indexes.computeIfAbsent(bucket, first -> new ArrayList<>()).add(100 * factor / usual));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
