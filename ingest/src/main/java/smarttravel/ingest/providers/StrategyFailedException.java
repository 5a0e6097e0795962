package smarttravel.ingest.providers;

/** A strategy gave no answer: it threw, took too long, or had been stopped before. The page is not to blame. */
public final class StrategyFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StrategyFailedException(String message) {
        super(message);
    }
}
