package smarttravel.jobs.comparables;

import java.util.Comparator;

/**
 * A hotel as one provider lists it.
 *
 * @param name as written there
 * @param stars NaN when not said
 */
public record HotelListing(String provider, String place, String name, double stars) {
    /** By name, then stars, then provider: any order that is always the same. */
    static final Comparator<HotelListing> ORDER = Comparator.comparing(HotelListing::place)
            .thenComparing(HotelListing::name)
            .thenComparingDouble(HotelListing::stars)
            .thenComparing(HotelListing::provider);

    /** What an analyst names when deciding: the listing without its stars. */
    public MatchDecision.Side side() {
        return new MatchDecision.Side(provider, name);
    }

    /** By how many stars two listings disagree, 0 when one says none. */
    double starsApart(HotelListing other) {
        return Double.isNaN(stars) || Double.isNaN(other.stars) ? 0 : Math.abs(stars - other.stars);
    }
}
