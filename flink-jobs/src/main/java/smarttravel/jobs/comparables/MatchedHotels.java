package smarttravel.jobs.comparables;

import java.util.Map;
import java.util.Objects;

/** Which listings are which hotel. */
public record MatchedHotels(Map<HotelListing, Membership> memberships) {
    /**
     * A listing's place among the others of its hotel.
     *
     * @param hotel the first of its listings in {@link HotelListing#ORDER}, which stands for the hotel
     * @param confidence of the surest match with another listing of the hotel, NaN when there is none
     */
    public record Membership(HotelListing hotel, double confidence) {}

    public MatchedHotels {
        memberships = Map.copyOf(memberships);
    }

    /** The hotel of a listing that was given to the matcher. */
    public Membership of(HotelListing listing) {
        return Objects.requireNonNull(memberships.get(listing), () -> "nobody matched " + listing);
    }

    /** Whether two listings were found to be one hotel. */
    public boolean areOne(HotelListing a, HotelListing b) {
        return of(a).hotel().equals(of(b).hotel());
    }
}
