package smarttravel.events;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a {@link PriceObservation} by the name that its JSON and the feeds' mappings give them. */
public enum ObservationField {
    PROVIDER("provider"),
    OFFER_ID("offerId"),
    KIND("kind"),
    NAME("name"),
    ORIGIN("origin"),
    DESTINATION("destination"),
    COUNTRY("country"),
    HOTEL("hotel"),
    STARS("stars"),
    BOARD("board"),
    BOARD_TEXT("boardText"),
    NIGHTS("nights"),
    DEPARTURE("departure"),
    OCCUPANCY("occupancy"),
    BASIS("basis"),
    AMOUNT("amount"),
    CURRENCY("currency"),
    FX_KIND("fxKind"),
    LIST_AMOUNT("listAmount"),
    TAXES_INCLUDED("taxesIncluded"),
    AVAILABILITY("availability"),
    SEATS_LEFT("seatsLeft"),
    RATING("rating"),
    REVIEWS("reviews"),
    URL("url"),
    OBSERVED_AT("observedAt"),
    FETCH_ID("fetchId");

    private static final Map<String, ObservationField> BY_NAME = new HashMap<>();

    static {
        for (ObservationField field : values()) {
            BY_NAME.put(field.jsonName, field);
        }
    }

    private final String jsonName;

    ObservationField(String jsonName) {
        this.jsonName = jsonName;
    }

    public String jsonName() {
        return jsonName;
    }

    /** The field of that name, or {@code null} when an observation has none. */
    public static @Nullable ObservationField named(String jsonName) {
        return BY_NAME.get(jsonName);
    }
}
