package smarttravel.ingest.offers;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be read of an offer, by the name that selectors, reports and JSON give it, and how its text is shown. */
public enum OfferField {
    OFFER_ID("offerId", Shape.TEXT),
    NAME("name", Shape.TEXT),
    /** Decimal text with a point. 0 is possible; absent on request. */
    PRICE("price", Shape.NUMBER),
    /** ISO 4217. */
    CURRENCY("currency", Shape.TEXT),
    /** Which exchange rate the provider uses: official, card, mep or blue. Mostly a constant of its file. */
    FX_KIND("fxKind", Shape.TEXT),
    /** The provider's own "before" price, in the currency of the price. */
    LIST_PRICE("listPrice", Shape.NUMBER),
    /** What comes on top of the price, in its currency. */
    TAXES("taxes", Shape.NUMBER),
    TAXES_INCLUDED("taxesIncluded", Shape.TRUTH),
    /** PER_PERSON or TOTAL. */
    BASIS("basis", Shape.TEXT),
    OCCUPANCY("occupancy", Shape.NUMBER),
    /** AVAILABLE or SOLD_OUT. */
    AVAILABILITY("availability", Shape.TEXT),
    SEATS_LEFT("seatsLeft", Shape.NUMBER),
    /** Absolute. */
    URL("url", Shape.TEXT),
    RATING("rating", Shape.NUMBER),
    RATING_MAX("ratingMax", Shape.NUMBER),
    REVIEW_COUNT("reviewCount", Shape.NUMBER),
    KIND("kind", Shape.TEXT),
    /** IATA code. */
    ORIGIN("origin", Shape.TEXT),
    /** IATA code. */
    DESTINATION("destination", Shape.TEXT),
    /** ISO 3166 alpha-2. */
    COUNTRY("country", Shape.TEXT),
    HOTEL("hotel", Shape.TEXT),
    STARS("stars", Shape.NUMBER),
    /** RO, BB, HB, FB or AI. */
    BOARD("board", Shape.TEXT),
    BOARD_TEXT("boardText", Shape.TEXT),
    NIGHTS("nights", Shape.NUMBER),
    /** ISO 8601 local date. */
    DEPARTURE("departure", Shape.TEXT),
    /** When the page says that it was published; ISO 8601. */
    PUBLISHED("published", Shape.TEXT),
    /** When the price held, where the source says so; otherwise it holds when the page was fetched. ISO 8601. */
    OBSERVED_AT("observedAt", Shape.TEXT),
    SKU("sku", Shape.TEXT);

    /** How a field's text is written in JSON. */
    public enum Shape {
        TEXT,
        NUMBER,
        TRUTH
    }

    private static final Map<String, OfferField> BY_NAME = new HashMap<>();

    static {
        for (OfferField field : values()) {
            BY_NAME.put(field.jsonName, field);
        }
    }

    private final String jsonName;
    private final Shape shape;

    OfferField(String jsonName, Shape shape) {
        this.jsonName = jsonName;
        this.shape = shape;
    }

    /** The field's name in JSON and in files of selectors. */
    public String jsonName() {
        return jsonName;
    }

    /** How its text is written in JSON. */
    public Shape shape() {
        return shape;
    }

    /** The field of that name, or {@code null} when there is none. */
    public static @Nullable OfferField named(String jsonName) {
        return BY_NAME.get(jsonName);
    }
}
