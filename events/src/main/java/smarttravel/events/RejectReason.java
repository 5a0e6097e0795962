package smarttravel.events;

/** Why a record was refused. The {@link #code} is what topics, tables and messages show. */
public enum RejectReason {
    MALFORMED_JSON("malformed-json"),
    SCHEMA_VERSION("schema-version"),
    MISSING_FIELD("missing-field"),
    BAD_FIELD("bad-field"),
    FIELD_TOO_LONG("field-too-long"),
    BAD_AMOUNT("bad-amount"),
    AMOUNT_NOT_POSITIVE("amount-not-positive"),
    AMOUNT_OUT_OF_RANGE("amount-out-of-range"),
    UNKNOWN_CURRENCY("unknown-currency"),
    BAD_DATE("bad-date"),
    FUTURE_OBSERVATION("future-observation"),
    IDENTITY_CHANGED("identity-changed"),
    /** A row of a file that its format's reader could not take apart. */
    UNREADABLE_ROW("unreadable-row"),
    /** A page's words about a price without a number that could be one. */
    NO_AMOUNT("no-amount"),
    /** A page's words about a price that can be read in several ways. */
    AMBIGUOUS_AMOUNT("ambiguous-amount"),
    /** The seller wants to be asked for the price. */
    PRICE_ON_REQUEST("price-on-request"),
    /** A file of a model that is none, or of another version. */
    UNREADABLE_MODEL("unreadable-model");

    private final String code;

    RejectReason(String code) {
        this.code = code;
    }

    /** Stable text of the reason, e.g. {@code bad-amount}. */
    public String code() {
        return code;
    }
}
