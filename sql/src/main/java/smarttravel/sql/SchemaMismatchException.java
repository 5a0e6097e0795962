package smarttravel.sql;

/** Says that a database was made by other schema files than these; nothing was changed. */
public final class SchemaMismatchException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    SchemaMismatchException(String message) {
        super(message);
    }
}
