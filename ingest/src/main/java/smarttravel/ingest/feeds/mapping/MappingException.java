package smarttravel.ingest.feeds.mapping;

/** A mapping that cannot be used; the message starts with {@code file:line:column}, as compilers do. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MappingException(String message) {
        super(message);
    }
}
