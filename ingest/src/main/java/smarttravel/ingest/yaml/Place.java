package smarttravel.ingest.yaml;

/**
 * Where something stands in a mapping file, so that a complaint can say so.
 *
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {

    /** The complaint about what stands here. */
    public YamlFileException complaint(String message) {
        return new YamlFileException(file + ":" + line + ":" + column + ": " + message);
    }
}
