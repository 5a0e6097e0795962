package smarttravel.jobs.marketdays;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.market_offer_days}: every column, in the table's order. */
public final class OfferDaysTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.market_offer_days
            (market, day, provider, offer_id, unit, currency, fx_kind, observed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private OfferDaysTable() {}

    /** Binds an offer's day to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, OfferDay day) throws SQLException {
        new RowBinder(insert)
                .text(day.market())
                .date(LocalDate.ofEpochDay(day.epochDay()))
                .text(day.provider())
                .text(day.offerId())
                .number(day.unit())
                .text(day.currency())
                .text(day.fxKind())
                .instant(day.observedAt());
    }
}
