package smarttravel.events;

import org.jspecify.annotations.Nullable;

/**
 * What is compared with what in statistics: {@code kind/origin/destination}, and for packages and hotels also a band of
 * nights and the board: {@code PACKAGE/EZE/CUN/7-9/AI}. What is unknown is {@code -}.
 */
public final class Market {
    private static final String UNKNOWN = "-";

    private Market() {}

    /** The market that an offer belongs to. */
    public static String of(PriceObservation seen) {
        String route = seen.kind() + "/" + orUnknown(seen.origin()) + "/" + seen.destination();
        return switch (seen.kind()) {
            case PACKAGE, HOTEL -> route + "/" + nightsBand(seen.nights()) + "/" + orUnknown(seen.board());
            case FLIGHT, CRUISE, ACTIVITY -> route;
        };
    }

    /** The band a number of nights falls into: 1-3, 4-6, 7-9, 10-13, 14+. */
    static String nightsBand(@Nullable Integer nights) {
        if (nights == null) {
            return UNKNOWN;
        }
        if (nights <= 3) {
            return "1-3";
        }
        if (nights <= 6) {
            return "4-6";
        }
        if (nights <= 9) {
            return "7-9";
        }
        return nights <= 13 ? "10-13" : "14+";
    }

    private static String orUnknown(@Nullable Object part) {
        return part == null ? UNKNOWN : part.toString();
    }
}
