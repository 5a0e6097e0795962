package smarttravel.api.problems;

/** What was asked for by name does not exist. */
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message says what does not exist; the asker sees it. */
    public NotFoundException(String message) {
        super(message);
    }
}
