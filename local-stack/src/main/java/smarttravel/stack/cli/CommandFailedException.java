package smarttravel.stack.cli;

/** A command cannot do what was asked; the message tells a person why and what to do. */
final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailedException(String message) {
        super(message);
    }

    /** With the cause's own words, which were written for a person. */
    CommandFailedException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
