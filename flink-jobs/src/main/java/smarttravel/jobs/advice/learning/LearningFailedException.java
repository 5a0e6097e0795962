package smarttravel.jobs.advice.learning;

/** The learning library refused what it was given; its own words are the cause. */
public final class LearningFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LearningFailedException(Exception cause) {
        super("XGBoost failed: " + cause.getMessage(), cause);
    }
}
