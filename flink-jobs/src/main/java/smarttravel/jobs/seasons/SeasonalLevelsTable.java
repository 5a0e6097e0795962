package smarttravel.jobs.seasons;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.seasonal_levels}: every column, in the table's order. */
public final class SeasonalLevelsTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.seasonal_levels
            (market, departure_month, offers, level, idx, status, observations, first_observed_at, last_observed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private SeasonalLevelsTable() {}

    /** One departure month of one market. */
    public record Row(String market, MarketSeasons.MonthLevel month, long observations, long firstAt, long lastAt) {}

    static List<Row> rows(MarketSeasons seasons) {
        return seasons.months().stream()
                .map(month ->
                        new Row(seasons.market(), month, seasons.observations(), seasons.firstAt(), seasons.lastAt()))
                .toList();
    }

    /** Binds a row to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, Row row) throws SQLException {
        MarketSeasons.MonthLevel month = row.month();
        new RowBinder(insert)
                .text(row.market())
                .date(LocalDate.of(month.month() / 100, month.month() % 100, 1))
                .whole(month.offers())
                .number(month.level())
                .number(month.index())
                .text(month.status().word())
                .whole(row.observations())
                .instant(Instant.ofEpochMilli(row.firstAt()))
                .instant(Instant.ofEpochMilli(row.lastAt()));
    }
}
