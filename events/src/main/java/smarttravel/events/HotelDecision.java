package smarttravel.events;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An analyst's word on whether two listings are one hotel. It wins over whatever their names say, for all offers of both,
 * until it is withdrawn; a later one on the same two listings replaces it.
 *
 * @param place IATA code of where both are
 * @param decidedBy who said so
 * @param note why, in words
 */
public record HotelDecision(
        String place,
        String oneProvider,
        String oneHotel,
        String otherProvider,
        String otherHotel,
        Verdict verdict,
        String decidedBy,
        Instant decidedAt,
        @Nullable String note) {
    /** What was decided. */
    public enum Verdict {
        /** They are the same hotel. */
        CONFIRMED,
        /** They are two hotels. */
        SPLIT,
        /** What was decided before holds no more: their names decide again. */
        WITHDRAWN
    }

    public HotelDecision {
        if (oneProvider.equals(otherProvider) && oneHotel.equals(otherHotel)) {
            throw new IllegalArgumentException("both are '" + oneHotel + "' of " + oneProvider);
        }
    }

    /** The key of its records, the same whichever listing is named first. */
    public String key() {
        List<String> sides = Stream.of(oneProvider + '\n' + oneHotel, otherProvider + '\n' + otherHotel)
                .sorted()
                .toList();
        return place + '\n' + String.join("\n", sides);
    }

    /** The same with the listings in the order of the key. */
    public HotelDecision ordered() {
        boolean inOrder = (oneProvider + '\n' + oneHotel).compareTo(otherProvider + '\n' + otherHotel) <= 0;
        return inOrder
                ? this
                : new HotelDecision(
                        place,
                        /* oneProvider= */ otherProvider,
                        /* oneHotel= */ otherHotel,
                        /* otherProvider= */ oneProvider,
                        /* otherHotel= */ oneHotel,
                        verdict,
                        decidedBy,
                        decidedAt,
                        note);
    }
}
