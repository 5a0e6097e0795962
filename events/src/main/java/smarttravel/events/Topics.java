package smarttravel.events;

/** The names of the Kafka topics and of the headers on their records. */
public final class Topics {
    /** {@link PriceObservation} JSON, keyed {@code provider/offerId} so that one offer stays in order. */
    public static final String PRICE_OBSERVATIONS = "price-observations";

    /** {@link RejectedRecord} JSON: nothing is dropped in silence. */
    public static final String REJECTED_OBSERVATIONS = "rejected-observations";

    /** {@link PriceDrop} JSON, keyed {@code provider/offerId}; a repeated message has the same {@code dropId}. */
    public static final String PRICE_DROPS = "price-drops";

    /** {@link FxRate} JSON, keyed {@code currency/kind/date} and compacted: the last word on each day stays. */
    public static final String FX_RATES = "fx-rates";

    /** {@link HotelDecision} JSON, keyed by the two listings and compacted: the last word on them stays. */
    public static final String MATCH_DECISIONS = "match-decisions";

    /** Files of models that advise whether to buy, keyed by the model's id and compacted; of several the last one speaks. */
    public static final String ADVICE_MODELS = "advice-models";

    /** Pages to be fetched, keyed by provider; worked off by the share group {@link #CRAWLERS}. */
    public static final String CRAWL_TASKS = "crawl-tasks";

    /** As {@link #CRAWL_TASKS}, for searches that somebody waits for. */
    public static final String URGENT_CRAWL_TASKS = "crawl-tasks-urgent";

    /** Tasks that were given up, with the reason. */
    public static final String CRAWL_DEAD_LETTERS = "crawl-dead-letters";

    /** {@link PriceObservation} JSON of providers in quarantine, until somebody releases or discards them. */
    public static final String HELD_OBSERVATIONS = "held-observations";

    /** What happens to providers: quarantined, released, discarded. */
    public static final String PROVIDER_EVENTS = "provider-events";

    /** The share group that works off tasks. */
    public static final String CRAWLERS = "crawlers";

    /** Record header that names the version of the JSON in the value, as decimal text. */
    public static final String SCHEMA_VERSION_HEADER = "schema-version";

    /** Record header on {@link #HELD_OBSERVATIONS} that says why, as a stable code. */
    public static final String HELD_REASON_HEADER = "reason";

    /** The version this code writes, and the only one it reads. */
    public static final String SCHEMA_VERSION = "1";

    private Topics() {}
}
