package smarttravel.jobs.comparables;

import org.jspecify.annotations.Nullable;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;

/**
 * What must be the same for offers to be compared, but for day and hotel: kind, destination, nights, board, occupancy, and for
 * flights the origin, because a flight is its route. What is not said is {@code -} and is compared only with what does not say
 * it either.
 *
 * @param key {@code PACKAGE/CUN/7/AI/2}, {@code FLIGHT/EZE>MIA/-/-/-}
 */
public record Holiday(String key) {
    private static final String UNKNOWN = "-";

    /** The holiday of an offer. */
    public static Holiday of(PriceObservation seen) {
        String route =
                seen.kind() == Kind.FLIGHT ? orUnknown(seen.origin()) + '>' + seen.destination() : seen.destination();
        return new Holiday(String.join(
                "/",
                seen.kind().name(),
                route,
                orUnknown(seen.nights()),
                orUnknown(seen.board()),
                orUnknown(seen.occupancy())));
    }

    /** Whether only offers of one hotel are compared. */
    boolean isInAHotel() {
        return key.startsWith(Kind.PACKAGE + "/") || key.startsWith(Kind.HOTEL + "/");
    }

    /** Where it goes: IATA code. */
    String destination() {
        String route = key.split("/", -1)[1];
        return route.substring(route.indexOf('>') + 1);
    }

    private static String orUnknown(@Nullable Object value) {
        return value == null ? UNKNOWN : value.toString();
    }
}
