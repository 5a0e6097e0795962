package smarttravel.jobs.advice.history;

import java.util.Arrays;
import smarttravel.jobs.advice.features.SeenPrice;

/** What was seen of one offer so far, in no order, in growing columns. */
final class PriceSeries {
    private final String route;
    private final long departure;
    private double[] prices = new double[8];
    private long[] seconds = new long[8];
    private int[] sellers = new int[8];
    private float[] seats = new float[8];
    private int size;

    PriceSeries(String route, long departure) {
        this.route = route;
        this.departure = departure;
    }

    void add(SeenPrice seen) {
        if (size == prices.length) {
            int room = size + (size >> 1);
            prices = Arrays.copyOf(prices, room);
            seconds = Arrays.copyOf(seconds, room);
            sellers = Arrays.copyOf(sellers, room);
            seats = Arrays.copyOf(seats, room);
        }
        prices[size] = seen.price();
        seconds[size] = seen.second();
        sellers[size] = seen.seller();
        seats[size] = seen.seatsLeft();
        size++;
    }

    String route() {
        return route;
    }

    long departure() {
        return departure;
    }

    /** Positions in order of time; of several at the same second the first that was added. */
    int[] order() {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = (seconds[i] << 24) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[size];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || keys[i] >> 24 != keys[i - 1] >> 24) {
                order[kept++] = (int) (keys[i] & 0xFFFFFF);
            }
        }
        return Arrays.copyOf(order, kept);
    }

    SeenPrice at(int position, String offer) {
        return new SeenPrice(offer, departure, sellers[position], prices[position], seats[position], seconds[position]);
    }
}
