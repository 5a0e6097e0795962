package smarttravel.api.problems;

/** Something the answer needs cannot be reached now; asking again later may help. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what cannot be reached.
     *
     * @param dependency what cannot be reached, in a word the asker may see
     * @param cause goes to the log only
     */
    public UnavailableException(String dependency, Throwable cause) {
        super(dependency + " is not available", cause);
    }
}
