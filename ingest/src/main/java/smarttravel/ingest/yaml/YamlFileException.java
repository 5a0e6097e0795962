package smarttravel.ingest.yaml;

/** A file that cannot be used; the message starts with {@code file:line:column}, as compilers do. */
public final class YamlFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    YamlFileException(String message) {
        super(message);
    }
}
