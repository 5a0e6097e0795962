package smarttravel.ingest.feeds;

/** How a feed ended. */
public sealed interface FeedEnd {

    /** Every row was read. */
    record Complete() implements FeedEnd {}

    /** The file is cut off or damaged; what could be read before was. */
    record Truncated(String message) implements FeedEnd {}
}
