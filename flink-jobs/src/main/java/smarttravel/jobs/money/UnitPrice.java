package smarttravel.jobs.money;

import smarttravel.events.Basis;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;

/**
 * A price made comparable: for one person, and for hotels for one night, in US dollars.
 *
 * <p>Only what is quoted in USD has one so far, and a total only when it is said for how many: others count as unknown
 * rather than as wrong. A hotel price without nights is taken as the price of one.
 */
public final class UnitPrice {
    /** Stands for "not known" where a primitive is kept. */
    public static final double UNKNOWN = Double.NaN;

    private UnitPrice() {}

    /** US dollars per person (and night), or {@link #UNKNOWN}. */
    public static double usd(PriceObservation seen) {
        if (seen.amount() == null || !"USD".equals(seen.currency())) {
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
