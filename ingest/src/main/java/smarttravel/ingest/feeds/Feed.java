package smarttravel.ingest.feeds;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import smarttravel.events.ObservationDraft;
import smarttravel.events.Rejection;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.ingest.feeds.mapping.FeedMapping;
import smarttravel.ingest.feeds.rows.FeedException;
import smarttravel.ingest.feeds.rows.RowCursor;
import smarttravel.ingest.feeds.rows.RowFile;
import smarttravel.ingest.yaml.YamlFileException;

/**
 * The rows of one file as observations, one after the other, in bounded memory. A bad row is an outcome and never the
 * end; what makes the whole file useless is known when {@link #open} returns.
 *
 * <p>For one thread, except {@link #bytesRead}, which any thread may ask.
 */
public final class Feed implements Iterator<FeedRow>, Closeable {
    private final String name;
    private final RowCursor rows;
    private final FeedMapping mapping;
    private final Clock clock;
    private final long bytesTotal;
    private final ObservationDraft draft = new ObservationDraft();
    private State state = State.BETWEEN_ROWS;

    private enum State {
        BETWEEN_ROWS,
        ON_ROW,
        AT_END
    }

    private Feed(String name, RowCursor rows, FeedMapping mapping, Clock clock, long bytesTotal) {
        this.name = name;
        this.rows = rows;
        this.mapping = mapping;
        this.clock = clock;
        this.bytesTotal = bytesTotal;
    }

    /**
     * Opens a file and checks that the mapping fits it.
     *
     * @param clock tells when a row is received: it may not be observed much later
     * @throws FeedException when the file is missing, empty or in another charset
     * @throws YamlFileException when the file lacks a column
     * @throws IOException when reading fails
     */
    public static Feed open(Path file, FeedMapping mapping, Clock clock) throws IOException {
        RowFile rows = mapping.rowsOf(file);
        List<String> columns = rows.columns();
        if (!columns.isEmpty()) {
            mapping.check(columns);
        }
        String name = String.valueOf(file.getFileName());
        return new Feed(name, rows.open(mapping.columns()), mapping, clock, Files.size(file));
    }

    @Override
    public boolean hasNext() {
        if (state == State.BETWEEN_ROWS) {
            try {
                state = rows.advance() ? State.ON_ROW : State.AT_END;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return state == State.ON_ROW;
    }

    @Override
    public FeedRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        state = State.BETWEEN_ROWS;
        Rejection problem = rows.problem();
        return problem == null ? map() : new FeedRow.Refused(problem, rows.line(), rows.raw());
    }

    private FeedRow map() {
        draft.clear();
        try {
            mapping.fill(draft, rows);
            return new FeedRow.Mapped(draft.build(clock.instant()), rows.line());
        } catch (RejectedException e) {
            return new FeedRow.Refused(e.rejection(), rows.line(), rows.raw());
        }
    }

    /** How the file ended; known once there is no next row. */
    public FeedEnd end() {
        return rows.damage().<FeedEnd>map(FeedEnd.Truncated::new).orElseGet(FeedEnd.Complete::new);
    }

    /** The file's name, without its folder. */
    public String name() {
        return name;
    }

    /** Bytes of the file (packed, when it is packed) read so far. */
    public long bytesRead() {
        return rows.bytesRead();
    }

    /** Bytes of the file. */
    public long bytesTotal() {
        return bytesTotal;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
