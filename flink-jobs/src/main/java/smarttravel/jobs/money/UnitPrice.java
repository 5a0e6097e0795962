package smarttravel.jobs.money;

import smarttravel.events.Basis;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;

/**
 * A price made comparable: for one person, and for hotels for one night, in the currency it was quoted in.
 *
 * <p>A total has one only when it is said for how many: others count as unknown rather than as wrong. A hotel price without
 * nights is taken as the price of one.
 */
public final class UnitPrice {
    /** Stands for "not known" where a primitive is kept. */
    public static final double UNKNOWN = Double.NaN;

    private UnitPrice() {}

    /** Per person (and night) in its own currency, or {@link #UNKNOWN}. */
    public static double of(PriceObservation seen) {
        if (seen.amount() == null) {
            return UNKNOWN;
        }
        double unit = seen.amount().doubleValue();
        if (seen.basis() == Basis.TOTAL) {
            if (seen.occupancy() == null) {
                return UNKNOWN;
            }
            unit /= seen.occupancy();
        }
        if (seen.kind() == Kind.HOTEL && seen.nights() != null) {
            unit /= seen.nights();
        }
        return unit;
    }
}
