package smarttravel.jobs.patterns;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.price_patterns}: every column, in the table's order. */
public final class PatternsTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.price_patterns
            (market, pattern, started_at, provider, offer_id, kind, destination, departure, ended_at, observations, percent,
             level_before, level_between, level_after, list_amount, currency, lead_days)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private PatternsTable() {}

    /** Binds a pattern to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, PricePattern found) throws SQLException {
        new RowBinder(insert)
                .text(found.market())
                .text(found.pattern().word())
                .instant(found.startedAt())
                .text(found.provider())
                .text(found.offerId())
                .text(found.kind())
                .text(found.destination())
                .date(found.departure())
                .instant(found.endedAt())
                .whole(found.observations())
                .decimal(found.percent())
                .decimal(found.levelBefore())
                .decimal(found.levelBetween())
                .decimal(found.levelAfter())
                .decimal(found.listAmount())
                .text(found.currency())
                .whole(found.leadDays());
    }
}
