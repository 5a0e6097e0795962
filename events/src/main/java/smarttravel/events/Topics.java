package smarttravel.events;

/** The names of the Kafka topics and of the headers on their records. */
public final class Topics {
    /** {@link PriceObservation} JSON, keyed {@code provider/offerId} so that one offer stays in order. */
    public static final String PRICE_OBSERVATIONS = "price-observations";

    /** {@link RejectedRecord} JSON: nothing is dropped in silence. */
    public static final String REJECTED_OBSERVATIONS = "rejected-observations";

    /** {@link PriceDrop} JSON, keyed {@code provider/offerId}; a repeated message has the same {@code dropId}. */
    public static final String PRICE_DROPS = "price-drops";

    /** Record header that names the version of the JSON in the value, as decimal text. */
    public static final String SCHEMA_VERSION_HEADER = "schema-version";

    /** The version this code writes, and the only one it reads. */
    public static final String SCHEMA_VERSION = "1";

    private Topics() {}
}
