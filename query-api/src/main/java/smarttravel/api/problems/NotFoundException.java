package smarttravel.api.problems;

/** What was asked for by name does not exist. */
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message says what does not exist; shown to the asker */
    public NotFoundException(String message) {
        super(message);
    }
}
