package smarttravel.stack.simulation;

import java.time.YearMonth;
import java.util.List;

/**
 * The two clocks of one market: when one travels, and how long before one books.
 *
 * @param currency what the market is quoted in; until pesos are converted, only those in USD show a level
 * @param months departure months in order, those with fewer than five offers left out
 * @param curve lead buckets in order, those with fewer than five offers left out
 */
public record SeasonTruth(String market, String currency, List<MonthTruth> months, List<LeadTruth> curve) {

    /**
     * A departure month.
     *
     * @param seasonIndex the planted season alone: 100 x its factor / median factor of the market's months
     * @param departed whether all of its departures lie in the history; if not, its offers stand at an earlier point of
     *     the booking curve
     * @param expectedIndex what the latest prices of all offers give without noise: 100 x season x booking curve at the
     *     last observation / the median of that over the months. Use this to measure an analysis
     */
    public record MonthTruth(YearMonth month, int offers, double seasonIndex, boolean departed, double expectedIndex) {}

    /**
     * A bucket of days before departure.
     *
     * @param leadBucket its first day
     * @param factor the planted factor on the price
     * @param expectedIndex what the rule gives without noise: median over offers of 100 x factor / median factor of the
     *     offer's observations
     */
    public record LeadTruth(int leadBucket, int offers, double factor, double expectedIndex) {}
}
