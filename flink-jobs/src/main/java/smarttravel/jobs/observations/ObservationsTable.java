package smarttravel.jobs.observations;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.clickhouse.RowBinder;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.source.ReceivedObservation;

/** The rows of {@code travel.price_observations}: every column, in the table's order. */
public final class ObservationsTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.price_observations
            (provider, offer_id, observed_at, kind, market, origin, destination, departure, lead_days, amount, currency,
             fx_kind, list_amount, unit, availability, seats_left, late, quarantined, fetch_id, received_at, first_wins)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private ObservationsTable() {}

    /** Binds an observation to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, JudgedObservation judged) throws SQLException {
        PriceObservation seen = judged.seen();
        ReceivedObservation received = judged.ordered().received();
        new RowBinder(insert)
                .text(seen.provider())
                .text(seen.offerId())
                .instant(seen.observedAt())
                .text(seen.kind())
                .text(judged.ordered().market())
                .text(seen.origin())
                .text(seen.destination())
                .date(seen.departure())
                .whole(judged.ordered().leadDays())
                .decimal(seen.amount())
                .text(seen.currency())
                .text(seen.fxKind() == null ? null : seen.fxKind().code())
                .decimal(seen.listAmount())
                .number(judged.ordered().unit())
                .text(seen.availability())
                .whole(seen.seatsLeft())
                .truth(judged.ordered().late())
                .truth(judged.quarantined())
                .text(seen.fetchId())
                .instant(received.receivedAt())
                .whole(-received.offset());
    }
}
