package smarttravel.ingest.feeds.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smarttravel.events.RejectReason;
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
    private static final int UNMAPPED = -1;

    private final FileBytes bytes;
    private final int separator;
    private final StrictText text;
    private final List<String> header;
    private final ByteBag raw = new ByteBag(4 * RejectedRecord.MAX_PAYLOAD_CHARS);
    private final ByteBag cells = new ByteBag(MAX_ROW);
    private final int[] ends = new int[MAX_COLUMNS];
    private int[] wanted = {};
    private @Nullable String[] values = {};
    private int count;
    private int bits;
    private boolean ended;
    private long line;
    private long nextLine = 1;
    private long openQuote = NONE;
    private @Nullable Rejection problem;

    CsvRows(FileBytes bytes, char separator, StrictText text, String fileName) throws IOException {
        this.bytes = bytes;
        this.separator = separator;
        this.text = text;
        if (!readRow()) {
            throw new FeedException(fileName + " is empty");
        }
        if (problem == null) {
            problem = badEncoding();
        }
        if (problem != null) {
            throw new FeedException(fileName + ":" + line + ": the header cannot be read: " + problem.message());
        }
        this.header = headerCells();
    }

    private List<String> headerCells() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(cell(i).strip());
        }
        return List.copyOf(names);
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
        if (problem == null && count != header.size()) {
            problem = unreadable("the row has " + count + " columns, the header has " + header.size());
        }
        if (problem == null) {
            problem = badEncoding();
        }
        for (int i = 0; i < wanted.length; i++) {
            values[i] = problem == null && wanted[i] != UNMAPPED ? cell(wanted[i]) : null;
        }
        return true;
    }

    private boolean readRow() throws IOException {
        int first = bytes.peek();
        while (first == '\n' || first == '\r') {
            bytes.next();
            endLine(first);
            first = bytes.peek();
        }
        if (first < 0) {
            return false;
        }
        startRow();
        readCells();
        return true;
    }

    private void startRow() {
        raw.clear();
        cells.clear();
        count = 0;
        bits = 0;
        problem = null;
        line = nextLine;
        ended = false;
    }

    private void readCells() throws IOException {
        while (!ended) {
            int start = cells.length();
            int stop = bytes.peek() == '"' ? readQuoted() : readPlain(take());
            endCell(start);
            if (stop != separator) {
                ended = true;
                endRow(stop);
            }
        }
    }

    private int readPlain(int first) throws IOException {
        int b = first;
        while (b != separator && b != '\n' && b != '\r' && b >= 0) {
            append(b);
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
            append(b);
        }
        openQuote = opened;
        return NONE;
    }

    private int afterQuote(int b) throws IOException {
        if (b != separator && b != '\n' && b != '\r' && b >= 0) {
            refuse(unreadable("column " + (count + 1) + " has text after its closing quote"));
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

    private void append(int b) {
        cells.add(b);
        bits |= b;
        if (b == 0) {
            refuse(unreadable("column " + (count + 1) + " holds a NUL byte"));
        }
    }

    private void endCell(int start) {
        if (cells.length() - start > MAX_VALUE || cells.overflowed()) {
            refuse(new Rejection(
                    RejectReason.FIELD_TOO_LONG, "column " + (count + 1) + " has more than " + MAX_VALUE + " bytes"));
        }
        if (count < MAX_COLUMNS) {
            ends[count] = cells.length();
        } else {
            refuse(unreadable("the row has more than " + MAX_COLUMNS + " columns"));
        }
        count++;
    }

    private void endRow(int stop) throws IOException {
        if (openQuote != NONE) {
            refuse(unreadable("the quote that opens in line " + openQuote + " is never closed"));
        } else if (stop < 0 && bytes.damage().isPresent()) {
            refuse(unreadable("the file ends inside this row"));
        }
        endLine(stop);
    }

    private void endLine(int stop) throws IOException {
        if (stop == '\r' && bytes.peek() == '\n') {
            bytes.next();
        }
        nextLine++;
    }

    private void refuse(Rejection first) {
        if (problem == null) {
            problem = first;
        }
    }

    private static Rejection unreadable(String message) {
        return new Rejection(RejectReason.UNREADABLE_ROW, message);
    }

    private @Nullable Rejection badEncoding() {
        if (bits < 0x80) {
            return null;
        }
        for (int i = 0; i < count; i++) {
            int start = i == 0 ? 0 : ends[i - 1];
            if (text.decode(cells.bytes(), start, ends[i] - start) == null) {
                return unreadable("column " + (i + 1) + " holds bytes that are not " + text.charsetName());
            }
        }
        return null;
    }

    private String cell(int index) {
        int start = index == 0 ? 0 : ends[index - 1];
        int length = ends[index] - start;
        if (bits < 0x80) {
            return StrictText.ascii(cells.bytes(), start, length);
        }
        String decoded = text.decode(cells.bytes(), start, length);
        return decoded == null ? "" : decoded;
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
        return openQuote == NONE
                ? bytes.damage()
                : Optional.of("the quote that opens in line " + openQuote + " is never closed");
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
