package smarttravel.ingest.feeds.rows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smarttravel.events.RejectReason;
import smarttravel.events.Rejection;

/** The cells of one row of CSV as bytes, and the first thing that is wrong with them. */
final class CsvCells {
    private final StrictText text;
    private final ByteBag bytes = new ByteBag(RowCursor.MAX_ROW);
    private final int[] ends = new int[RowCursor.MAX_COLUMNS];
    private int count;
    private int start;
    private int bits;
    private @Nullable Rejection problem;

    CsvCells(StrictText text) {
        this.text = text;
    }

    void clear() {
        bytes.clear();
        count = 0;
        start = 0;
        bits = 0;
        problem = null;
    }

    /** Adds a byte to the cell that is being read. */
    void append(int b) {
        bytes.add(b);
        bits |= b;
        if (b == 0) {
            refuseCell("holds a NUL byte");
        }
    }

    /** Ends the cell that is being read. */
    void endCell() {
        if (bytes.length() - start > RowCursor.MAX_VALUE || bytes.overflowed()) {
            refuse(new Rejection(
                    RejectReason.FIELD_TOO_LONG,
                    "column " + (count + 1) + " has more than " + RowCursor.MAX_VALUE + " bytes"));
        }
        if (count < RowCursor.MAX_COLUMNS) {
            ends[count] = bytes.length();
        } else {
            refuseRow("the row has more than " + RowCursor.MAX_COLUMNS + " columns");
        }
        start = bytes.length();
        count++;
    }

    /** Says what is wrong with the cell that is being read. */
    void refuseCell(String complaint) {
        refuseRow("column " + (count + 1) + " " + complaint);
    }

    /** Says what is wrong with the row. */
    void refuseRow(String complaint) {
        refuse(new Rejection(RejectReason.UNREADABLE_ROW, complaint));
    }

    private void refuse(Rejection found) {
        if (problem == null) {
            problem = found;
        }
    }

    /** The first thing that is wrong, in the cells' encoding at last. */
    @Nullable
    Rejection problem() {
        for (int i = 0; bits >= 0x80 && problem == null && i < count; i++) {
            if (text.decode(bytes.bytes(), startOf(i), ends[i] - startOf(i)) == null) {
                refuseRow("column " + (i + 1) + " holds bytes that are not " + text.charsetName());
            }
        }
        return problem;
    }

    int count() {
        return count;
    }

    /** The text of a cell of a row without problem. */
    String cell(int index) {
        int length = ends[index] - startOf(index);
        if (bits < 0x80) {
            return StrictText.ascii(bytes.bytes(), startOf(index), length);
        }
        String decoded = text.decode(bytes.bytes(), startOf(index), length);
        return decoded == null ? "" : decoded;
    }

    List<String> all() {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cells.add(cell(i));
        }
        return cells;
    }

    private int startOf(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }
}
