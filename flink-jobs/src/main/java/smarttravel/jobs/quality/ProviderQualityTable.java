package smarttravel.jobs.quality;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.provider_quality}: every column, in the table's order. */
public final class ProviderQualityTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.provider_quality
            (provider, day, component, good, n, window_days, observations)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private ProviderQualityTable() {}

    /** Binds a component of a day to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, ProviderDay row) throws SQLException {
        new RowBinder(insert)
                .text(row.provider())
                .date(LocalDate.ofEpochDay(row.day()))
                .text(row.component())
                .whole(row.good())
                .whole(row.n())
                .whole(row.windowDays())
                .whole(row.observations());
    }
}
