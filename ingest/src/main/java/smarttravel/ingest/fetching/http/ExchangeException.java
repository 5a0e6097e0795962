package smarttravel.ingest.fetching.http;

/** A request that brought no usable answer. */
public final class ExchangeException extends Exception {
    /** What went wrong. */
    public enum Problem {
        /** The address may not be asked. */
        ADDRESS,
        /** No connection, or one that broke before the answer began. */
        CONNECTION,
        /** Not over at the deadline. */
        TIMEOUT,
        /** The body reached the cap. */
        TOO_LARGE,
        /** The body is not encoded as it says, or in a way that was not asked for. */
        BAD_ENCODING,
        /** The body ended before its end. */
        TRUNCATED
    }

    private final Problem problem;

    public ExchangeException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    /** What went wrong. */
    public Problem problem() {
        return problem;
    }
}
