package smarttravel.ingest.feeds.rows;

import java.util.Locale;

/** How the rows of a file are written down. */
public enum FeedFormat {
    /** A header line, then a line per row. */
    CSV,
    /** One array of objects. */
    JSON,
    /** An object on each line. */
    JSONL;

    /**
     * The format of a file of that name and that content, where nobody has said it.
     *
     * @param firstByte the first byte that is not blank
     */
    static FeedFormat of(String fileName, int firstByte) {
        String name = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (name.endsWith(".csv") || name.endsWith(".tsv")) {
            return CSV;
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return JSONL;
        }
        return switch (firstByte) {
            case '[' -> JSON;
            case '{' -> JSONL;
            default -> CSV;
        };
    }
}
