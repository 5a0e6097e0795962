package smarttravel.ingest.crawling.work;

/** A strategy that threw for what a page holds, which none may. */
public final class StrategyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StrategyException(String provider, Throwable cause) {
        super("the strategy of " + provider + " failed: " + cause, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
