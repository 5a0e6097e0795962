package smarttravel.jobs.marketdays;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.market_day_prices}: every column, in the table's order. */
public final class MarketDaysTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.market_day_prices
            (market, day, offers, minimum, p25, median, p75, dropped, observations)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private MarketDaysTable() {}

    /** Binds a market's day to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, MarketDay day) throws SQLException {
        new RowBinder(insert)
                .text(day.market())
                .date(LocalDate.ofEpochDay(day.epochDay()))
                .whole(day.offers())
                .number(day.minimum())
                .number(day.p25())
                .number(day.median())
                .number(day.p75())
                .whole(day.dropped())
                .whole(day.observations());
    }
}
