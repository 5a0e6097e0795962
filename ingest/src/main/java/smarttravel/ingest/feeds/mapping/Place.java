package smarttravel.ingest.feeds.mapping;

/**
 * Where something stands in a mapping file, so that a complaint can say so.
 *
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {

    /** The complaint about what stands here. */
    public MappingException complaint(String message) {
        return new MappingException(file + ":" + line + ":" + column + ": " + message);
    }
}
