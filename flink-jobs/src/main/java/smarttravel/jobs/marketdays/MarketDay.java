package smarttravel.jobs.marketdays;

import java.util.Arrays;
import java.util.List;
import smarttravel.jobs.money.Medians;

/**
 * What a market cost on one day.
 *
 * @param offers offers seen available that day, each with its last price of the day
 * @param dropped how many of them had a price drop that day
 * @param observations prices this rests on; grows with each, so that a later word replaces an earlier
 */
public record MarketDay(
        String market,
        long epochDay,
        int offers,
        double minimum,
        double p25,
        double median,
        double p75,
        int dropped,
        long observations) {

    /** Judges a day's offers together. There must be one. */
    static MarketDay of(String market, long epochDay, List<DayPrice> prices, long observations) {
        double[] sorted = prices.stream().mapToDouble(DayPrice::unitUsd).toArray();
        Arrays.sort(sorted);
        return new MarketDay(
                market,
                epochDay,
                sorted.length,
                sorted[0],
                Medians.quantileOfSorted(sorted, 0.25),
                Medians.ofSorted(sorted),
                Medians.quantileOfSorted(sorted, 0.75),
                (int) prices.stream().filter(DayPrice::dropped).count(),
                observations);
    }
}
