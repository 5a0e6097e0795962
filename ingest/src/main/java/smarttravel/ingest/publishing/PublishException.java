package smarttravel.ingest.publishing;

/** A record that the broker did not take, even after the producer's own retries. */
public final class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PublishException(String topic, Throwable cause) {
        super("a record could not be written to " + topic + ": " + cause.getMessage(), cause);
    }
}
