package smarttravel.jobs.seasons;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.booking_curve}: every column, in the table's order. */
public final class BookingCurveTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.booking_curve
            (market, lead_bucket, offers, idx, status, observations)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private BookingCurveTable() {}

    /** One lead bucket of one market. */
    public record Row(String market, MarketSeasons.LeadIndex lead, long observations) {}

    static List<Row> rows(MarketSeasons seasons) {
        return seasons.curve().stream()
                .map(lead -> new Row(seasons.market(), lead, seasons.observations()))
                .toList();
    }

    /** Binds a row to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, Row row) throws SQLException {
        new RowBinder(insert)
                .text(row.market())
                .whole(row.lead().firstDay())
                .whole(row.lead().offers())
                .number(row.lead().index())
                .text(row.lead().status().word())
                .whole(row.observations());
    }
}
