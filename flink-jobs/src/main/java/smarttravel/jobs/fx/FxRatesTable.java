package smarttravel.jobs.fx;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.fx_rates}: every column, in the table's order. */
public final class FxRatesTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.fx_rates
            (currency, kind, date, usd, last_wins)
            VALUES (?, ?, ?, ?, ?)""";

    private FxRatesTable() {}

    /** Binds a rate to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, DatedRate rate) throws SQLException {
        new RowBinder(insert)
                .text(rate.currency())
                .text(rate.kind())
                .date(LocalDate.ofEpochDay(rate.day()))
                .number(rate.usd())
                .whole(rate.offset());
    }
}
