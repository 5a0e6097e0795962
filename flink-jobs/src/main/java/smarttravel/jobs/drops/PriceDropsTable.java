package smarttravel.jobs.drops;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import smarttravel.events.PriceDrop;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.price_drops}: every column, in the table's order. */
public final class PriceDropsTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.price_drops
            (destination, observed_at, provider, offer_id, drop_id, kind, market, name, origin, departure, amount, currency,
             baseline, percent, previous_amount, new_low, tracked_observations, tracked_days, lead_days, url,
             flapping, baseline_at, fx_kind)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private PriceDropsTable() {}

    /** Binds a drop to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, PriceDrop drop) throws SQLException {
        new RowBinder(insert)
                .text(drop.destination())
                .instant(drop.observedAt())
                .text(drop.provider())
                .text(drop.offerId())
                .text(drop.dropId())
                .text(drop.kind())
                .text(drop.market())
                .text(drop.name())
                .text(drop.origin())
                .date(drop.departure())
                .decimal(drop.amount())
                .text(drop.currency())
                .decimal(drop.baseline())
                .decimal(drop.percent())
                .decimal(drop.previousAmount())
                .truth(drop.newLow())
                .whole(drop.trackedObservations())
                .whole(drop.trackedDays())
                .whole(drop.leadDays())
                .text(drop.url())
                .truth(drop.flapping())
                .instant(drop.baselineAt())
                .text(drop.fx() == null ? null : drop.fx().kind());
    }
}
