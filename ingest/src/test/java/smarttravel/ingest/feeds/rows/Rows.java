package smarttravel.ingest.feeds.rows;

import java.util.ArrayList;
import java.util.List;
import smarttravel.events.Rejection;

/** Shows the row a cursor stands on, for comparison. */
final class Rows {
    private Rows() {}

    /** Values joined by {@code |}, or reason and message. */
    static String shown(RowCursor rows, int columns) {
        Rejection problem = rows.problem();
        if (problem != null) {
            return problem.reason() + " " + problem.message();
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            values.add(String.valueOf(rows.value(i)));
        }
        return String.join("|", values);
    }
}
