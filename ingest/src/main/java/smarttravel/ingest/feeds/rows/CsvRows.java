package smarttravel.ingest.feeds.rows;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smarttravel.events.RejectedRecord;
import smarttravel.events.Rejection;

/**
 * Rows of CSV as RFC 4180 has them, also with lone CR or LF, one column separator of your choice and blank lines
 * between; the first row names the columns.
 *
 * <p>A reader of our own, because the usual ones read characters: they hold a whole cell however long it is, and one
 * byte that is not of the charset ends the file instead of the row. This one looks at bytes (so the charset must hold
 * ASCII as it is, as UTF-8, ISO 8859 and Windows code pages do), keeps at most {@link #MAX_ROW} of a row and decodes
 * each cell by itself.
 *
 * <p>A quote that is never closed belongs to the row it stands in, up to the end of the file: guessing where the row
 * might have ended could turn a guest's text into rows. That row is refused and the file counts as cut off.
 */
final class CsvRows implements RowCursor {
    private static final int NONE = -1;

    private final FileBytes bytes;
    private final int separator;
    private final StrictText text;
    private final CsvCells cells;
    private final ByteBag raw = new ByteBag(4 * RejectedRecord.MAX_PAYLOAD_CHARS);
    private final List<String> header;
    private int[] wanted = {};
    private @Nullable String[] values = {};
    private @Nullable Rejection problem;
    private long line;
    private long nextLine = 1;
    private long openQuote = NONE;

    CsvRows(FileBytes bytes, char separator, StrictText text, String fileName) throws IOException {
        this.bytes = bytes;
        this.separator = separator;
        this.text = text;
        this.cells = new CsvCells(text);
        if (!readRow()) {
            throw new FeedException(fileName + " is empty");
        }
        Rejection unreadable = cells.problem();
        if (unreadable != null) {
            throw new FeedException(fileName + ":" + line + ": the header cannot be read: " + unreadable.message());
        }
        this.header = cells.all().stream().map(String::strip).toList();
    }

    /** The names of the columns, in the order of the file. */
    List<String> header() {
        return header;
    }

    /** Says which columns {@link #value} shall give; one that the file does not have is always absent. */
    void want(List<String> columns) {
        wanted = columns.stream().mapToInt(header::indexOf).toArray();
        values = new @Nullable String[wanted.length];
    }

    @Override
    public boolean advance() throws IOException {
        if (!readRow()) {
            return false;
        }
        if (cells.count() != header.size()) {
            cells.refuseRow("the row has " + cells.count() + " columns, the header has " + header.size());
        }
        problem = cells.problem();
        for (int i = 0; i < wanted.length; i++) {
            values[i] = problem == null && wanted[i] != NONE ? cells.cell(wanted[i]) : null;
        }
        return true;
    }

    private boolean readRow() throws IOException {
        int first = bytes.peek();
        while (first == '\n' || first == '\r') {
            endLine(bytes.next());
            first = bytes.peek();
        }
        if (first < 0) {
            return false;
        }
        raw.clear();
        cells.clear();
        line = nextLine;
        endRow(readCells());
        return true;
    }

    private int readCells() throws IOException {
        int stop = separator;
        while (stop == separator) {
            stop = bytes.peek() == '"' ? readQuoted() : readPlain(take());
            cells.endCell();
        }
        return stop;
    }

    private int readPlain(int first) throws IOException {
        int b = first;
        while (b != separator && b != '\n' && b != '\r' && b >= 0) {
            cells.append(b);
            b = take();
        }
        return b;
    }

    private int readQuoted() throws IOException {
        long opened = nextLine;
        take();
        for (int b = take(); b >= 0; b = take()) {
            if (b == '"' && bytes.peek() != '"') {
                return afterQuote(take());
            }
            if (b == '"') {
                take();
            } else if (b == '\n' || (b == '\r' && bytes.peek() != '\n')) {
                nextLine++;
            }
            cells.append(b);
        }
        openQuote = opened;
        cells.refuseRow(openQuoteComplaint());
        return NONE;
    }

    private int afterQuote(int b) throws IOException {
        if (b != separator && b != '\n' && b != '\r' && b >= 0) {
            cells.refuseCell("has text after its closing quote");
        }
        return readPlain(b);
    }

    private int take() throws IOException {
        int b = bytes.next();
        if (b >= 0) {
            raw.add(b);
        }
        return b;
    }

    private void endRow(int stop) throws IOException {
        if (stop < 0 && bytes.damage().isPresent()) {
            cells.refuseRow("the file ends inside this row");
        }
        endLine(stop);
    }

    private void endLine(int stop) throws IOException {
        if (stop == '\r' && bytes.peek() == '\n') {
            bytes.next();
        }
        nextLine++;
    }

    private String openQuoteComplaint() {
        return "the quote that opens in line " + openQuote + " is never closed";
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public @Nullable Rejection problem() {
        return problem;
    }

    @Override
    public @Nullable String value(int column) {
        return values[column];
    }

    @Override
    public String raw() {
        return text.lenient(raw.bytes(), raw.length()).stripTrailing();
    }

    @Override
    public Optional<String> damage() {
        return openQuote == NONE ? bytes.damage() : Optional.of(openQuoteComplaint());
    }

    @Override
    public long bytesRead() {
        return bytes.fileBytesRead();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
