package smarttravel.jobs.advice.history;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Observations of many offers, one row each: those of one offer stand together in order of time, those of one route's
 * offers too. Every priced row carries the features that were known when it was seen. Read-only.
 *
 * <p>About 350 bytes a row.
 */
public final class PriceHistory {
    private static final long SECONDS_A_DAY = 86_400;

    private final List<String> routes;
    private final List<String> offers;
    private final int[] routeOfOffer;
    private final long[] departureOfOffer;
    private final HistoryRows rows;

    PriceHistory(
            List<String> routes, List<String> offers, int[] routeOfOffer, long[] departureOfOffer, HistoryRows rows) {
        this.routes = routes;
        this.offers = offers;
        this.routeOfOffer = routeOfOffer;
        this.departureOfOffer = departureOfOffer;
        this.rows = rows;
    }

    /** How many rows there are. */
    public int size() {
        return rows.offer.length;
    }

    /** How many offers there are. */
    public int offers() {
        return routeOfOffer.length;
    }

    /** The key of the row's offer, with its currency. */
    public String offer(int row) {
        return offers.get(rows.offer[row]);
    }

    /** The routes' names: markets with their currency. */
    public List<String> routes() {
        return routes;
    }

    /** Number of the row's route. */
    public int route(int row) {
        return routeOfOffer[rows.offer[row]];
    }

    /** When it was seen, epoch second. */
    public long second(int row) {
        return rows.second[row];
    }

    /** The epoch day, in UTC, on which it was seen. */
    public long day(int row) {
        return Math.floorDiv(rows.second[row], SECONDS_A_DAY);
    }

    /** The first epoch day on which anything was seen; 0 when nothing was. */
    public long firstDay() {
        return IntStream.range(0, size()).mapToLong(this::day).min().orElse(0);
    }

    /** The last epoch day on which anything was seen; 0 when nothing was. */
    public long lastDay() {
        return IntStream.range(0, size()).mapToLong(this::day).max().orElse(0);
    }

    /** Days from observation to departure. */
    public int leadDays(int row) {
        return (int) (departureOfOffer[rows.offer[row]] - day(row));
    }

    /** Whether the offer could not be bought. */
    public boolean isSoldOut(int row) {
        return rows.features[row] == null;
    }

    /** The price; for a row that is sold out what has to be paid instead: the cheapest comparable or 110 % of the last. */
    public double cost(int row) {
        return rows.cost[row];
    }

    /** How many prices of the same offer were seen before. */
    public int earlier(int row) {
        return rows.earlier[row];
    }

    /** Whether the next row is of the same offer. */
    public boolean hasNext(int row) {
        return row + 1 < rows.offer.length && rows.offer[row + 1] == rows.offer[row];
    }

    /** What was known at a priced row; not to be changed. */
    public float[] features(int row) {
        float[] features = rows.features[row];
        if (features == null) {
            throw new IllegalArgumentException("row " + row + " is sold out");
        }
        return features;
    }

    /** The days between two rows, to the nearest. */
    public int daysBetween(int row, int later) {
        return (int) Math.round((double) (rows.second[later] - rows.second[row]) / SECONDS_A_DAY);
    }
}
