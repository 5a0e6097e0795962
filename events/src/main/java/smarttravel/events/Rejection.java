package smarttravel.events;

/** A refusal: the reason to count by and a sentence for a person that names the field and the value. */
public record Rejection(RejectReason reason, String message) {

    /** Thrown while a record is read or built; carries the refusal out to whoever writes the dead letter. */
    public static final class RejectedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Rejection rejection;

        public RejectedException(RejectReason reason, String message) {
            super(message, null, false, false);
            this.rejection = new Rejection(reason, message);
        }

        public Rejection rejection() {
            return rejection;
        }
    }
}
