package smarttravel.ingest.providers;

/** What a page is expected to hold. */
public enum PageRole {
    /** Several offers, or the words that there are none. */
    LISTING,
    /** One offer in full. */
    DETAIL,
    /** Rows for machines: CSV or JSON. */
    FEED
}
