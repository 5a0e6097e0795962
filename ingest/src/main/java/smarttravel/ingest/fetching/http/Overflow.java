package smarttravel.ingest.fetching.http;

/** What happens to a body that reaches the cap. */
public enum Overflow {
    /** It is no good. */
    REFUSE,
    /** Its beginning is used. */
    CUT
}
