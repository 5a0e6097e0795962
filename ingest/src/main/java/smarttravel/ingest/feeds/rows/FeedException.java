package smarttravel.ingest.feeds.rows;

/** A file that cannot be read at all; the message is written for whoever named the file. */
public final class FeedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FeedException(String message) {
        super(message);
    }
}
