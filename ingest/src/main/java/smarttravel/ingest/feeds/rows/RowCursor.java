package smarttravel.ingest.feeds.rows;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Rejection;

/**
 * Steps through a file row by row; what it tells is about the row it stands on and is gone after the next step.
 *
 * <p>A row that cannot be taken apart is a row too: it has a {@link #problem} and no values, and the next one follows.
 */
public interface RowCursor extends Closeable {
    /** The longest value, in bytes of the file for CSV and in characters for JSON. */
    int MAX_VALUE = 64 * 1024;

    /** The longest row, in bytes. */
    int MAX_ROW = 2_000_000;

    /** The most columns of a row of CSV. */
    int MAX_COLUMNS = 512;

    /** Goes to the next row; {@code false} when there is none. */
    boolean advance() throws IOException;

    /** Line of the file, from 1, on which the row starts. */
    long line();

    /** Why the row could not be taken apart, or {@code null} when it could. */
    @Nullable
    Rejection problem();

    /** The value of a wanted column, by its place among the wanted ones; {@code null} where the row has none. */
    @Nullable
    String value(int column);

    /** The row as it stands in the file, cut when it is very long. */
    String raw();

    /** How the file turned out to be cut off or damaged; empty as long as nothing is known of it. */
    Optional<String> damage();

    /** Bytes of the file (packed, when it is packed) that have been read. */
    long bytesRead();
}
