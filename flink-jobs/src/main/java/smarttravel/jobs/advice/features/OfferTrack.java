package smarttravel.jobs.advice.features;

import java.util.Arrays;
import smarttravel.jobs.money.Medians;

/**
 * The recent prices of one offer, at most {@value #KEPT} of them, and what neighbours ask of it. Not for several threads.
 */
public final class OfferTrack {
    /** How many prices are remembered. */
    public static final int KEPT = 48;

    private static final int ROOM_AT_FIRST = 4;

    private final long departure;
    private float[] prices = new float[ROOM_AT_FIRST];
    private int[] sellers = new int[ROOM_AT_FIRST];
    private long[] seconds = new long[ROOM_AT_FIRST];
    private int size;
    private float seatsLeft = Float.NaN;
    private boolean soldOut;
    private double median = Double.NaN;
    private double minimum = Double.NaN;
    private double lastChange = Double.NaN;
    private double elevation = Double.NaN;

    OfferTrack(long departure) {
        this.departure = departure;
    }

    /** Takes up what {@link TrackBytes} kept; prices, sellers and seconds are of the same length and become its own. */
    OfferTrack(long departure, float[] prices, int[] sellers, long[] seconds, Standing standing) {
        this.departure = departure;
        this.size = prices.length;
        this.prices = size == 0 ? new float[ROOM_AT_FIRST] : prices;
        this.sellers = size == 0 ? new int[ROOM_AT_FIRST] : sellers;
        this.seconds = size == 0 ? new long[ROOM_AT_FIRST] : seconds;
        this.seatsLeft = standing.seatsLeft;
        this.soldOut = standing.soldOut;
        this.median = standing.median;
        this.minimum = standing.minimum;
        compare();
    }

    /** What is known beside the prices; see the methods of the same names. */
    record Standing(float seatsLeft, boolean soldOut, double median, double minimum) {}

    Standing standing() {
        return new Standing(seatsLeft, soldOut, median, minimum);
    }

    void observe(SeenPrice seen) {
        soldOut = seen.isSoldOut();
        if (soldOut) {
            return;
        }
        seatsLeft = seen.seatsLeft();
        if (size > 0) {
            float[] earlier = sorted(size);
            median = median(earlier);
            minimum = earlier[0];
        }
        makeRoom();
        prices[size] = (float) seen.price();
        sellers[size] = seen.seller();
        seconds[size] = seen.second();
        size++;
        compare();
    }

    /** What every neighbour's row asks for is computed once per price. */
    private void compare() {
        lastChange = size > 1 ? change(0) : Double.NaN;
        elevation = Math.log(price(0) / median);
    }

    private void makeRoom() {
        if (size == KEPT) {
            System.arraycopy(prices, 1, prices, 0, --size);
            System.arraycopy(sellers, 1, sellers, 0, size);
            System.arraycopy(seconds, 1, seconds, 0, size);
        } else if (size == prices.length) {
            int room = Math.min(KEPT, 2 * size);
            prices = Arrays.copyOf(prices, room);
            sellers = Arrays.copyOf(sellers, room);
            seconds = Arrays.copyOf(seconds, room);
        }
    }

    /** Epoch day of departure. */
    public long departure() {
        return departure;
    }

    /** How many prices are remembered, the latest included. */
    public int size() {
        return size;
    }

    /** When the latest price was seen, epoch second; only where there is a price. */
    public long lastSecond() {
        return second(0);
    }

    /** The latest price; {@code NaN} before the first. */
    public double lastPrice() {
        return price(0);
    }

    /** Who sold it at the latest price. */
    public int lastSeller() {
        return seller(0);
    }

    /** Whether it has a price and could be bought when it was seen last. */
    public boolean isForSale() {
        return size > 0 && !soldOut;
    }

    /** How many seats were left with the latest price; {@code NaN} when it is not said. */
    public float seatsLeft() {
        return seatsLeft;
    }

    /** The price that was seen {@code ago} observations before the latest. */
    double price(int ago) {
        return ago < size ? prices[size - 1 - ago] : Double.NaN;
    }

    int seller(int ago) {
        return sellers[size - 1 - ago];
    }

    long second(int ago) {
        return seconds[size - 1 - ago];
    }

    /** The logarithm of the price seen {@code ago} observations before the latest over the one before it. */
    double change(int ago) {
        return Math.log(price(ago) / price(ago + 1));
    }

    /** Median of the prices before the latest. */
    double median() {
        return median;
    }

    /** Minimum of the prices before the latest. */
    double minimum() {
        return minimum;
    }

    /** How far the latest price stands above the median of those before it, as a logarithm. */
    double elevation() {
        return elevation;
    }

    /** {@link #change} of the latest price; {@code NaN} when it is the first. */
    double lastChange() {
        return lastChange;
    }

    /** The first {@code count} prices, ascending. */
    float[] sorted(int count) {
        float[] sorted = Arrays.copyOf(prices, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double median(float[] sorted) {
        double[] wide = new double[sorted.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = sorted[i];
        }
        return Medians.ofSorted(wide);
    }
}
