package smarttravel.jobs.rejected;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.rejected_observations}: every column, in the table's order. */
public final class RejectedTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.rejected_observations
            (reason, source, message, payload, rejected_at)
            VALUES (?, ?, ?, ?, ?)""";

    private RejectedTable() {}

    /** Binds a dead letter to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, DeadLetter letter) throws SQLException {
        new RowBinder(insert)
                .text(letter.reason())
                .text(letter.source())
                .text(letter.message())
                .text(letter.payload())
                .instant(letter.rejectedAt());
    }
}
