package smarttravel.jobs.seasons;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.seasonal_index}: every column, in the table's order. */
public final class SeasonalIndexTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.seasonal_index
            (market, calendar_month, idx, years, coverage, cycles, status, observations)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private SeasonalIndexTable() {}

    /** One calendar month of one market. */
    public record Row(
            String market,
            MarketSeasons.CalendarMonth month,
            int coverage,
            int cycles,
            SeasonStatus status,
            long observations) {}

    static List<Row> rows(MarketSeasons seasons) {
        MarketSeasons.Calendar calendar = seasons.calendar();
        return calendar.months().stream()
                .map(month -> new Row(
                        seasons.market(),
                        month,
                        calendar.coverage(),
                        calendar.cycles(),
                        calendar.status(),
                        seasons.observations()))
                .toList();
    }

    /** Binds a row to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, Row row) throws SQLException {
        new RowBinder(insert)
                .text(row.market())
                .whole(row.month().month())
                .number(row.month().index())
                .whole(row.month().years())
                .whole(row.coverage())
                .whole(row.cycles())
                .text(row.status().word())
                .whole(row.observations());
    }
}
