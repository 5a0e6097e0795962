package smarttravel.stack.simulation;

import java.util.List;

/**
 * How a price moves as departure comes closer: one factor per lead bucket. No step down is larger than 3 %, so that a
 * booking curve alone never makes a price drop.
 *
 * @param factors one per bucket of {@link #BUCKETS}
 */
record BookingCurve(List<Double> factors) {
    static final BookingCurve PACKAGE = new BookingCurve(List.of(1.06, 1.09, 1.06, 1.03, 1.00, 0.98, 0.97, 0.96));
    static final BookingCurve HOTEL = new BookingCurve(List.of(1.03, 1.06, 1.05, 1.03, 1.00, 0.98, 0.97, 0.96));
    static final BookingCurve FLIGHT = new BookingCurve(List.of(1.24, 1.18, 1.12, 1.06, 1.00, 0.97, 0.95, 0.94));

    /** The first day of each lead bucket, in days before departure. */
    static final List<Integer> BUCKETS = List.of(0, 7, 14, 21, 30, 60, 90, 180);

    /** The lead bucket of an observation that many days before departure, by its first day. */
    static int bucket(long leadDays) {
        return BUCKETS.get(position(leadDays));
    }

    double factor(long leadDays) {
        return factors.get(position(leadDays));
    }

    private static int position(long leadDays) {
        int position = BUCKETS.size() - 1;
        while (BUCKETS.get(position) > leadDays) {
            position--;
        }
        return position;
    }
}
