package smarttravel.jobs.decisions;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import smarttravel.events.HotelDecision;
import smarttravel.jobs.clickhouse.RowBinder;

/** The rows of {@code travel.match_decisions}: every column, in the table's order. */
public final class MatchDecisionsTable {
    /** One row. */
    public static final String INSERT = """
            INSERT INTO travel.match_decisions
            (place, one_provider, one_hotel, other_provider, other_hotel, verdict, decided_by, decided_at, note, last_wins)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private MatchDecisionsTable() {}

    /** Binds a decision to {@link #INSERT}. */
    public static void bind(PreparedStatement insert, HeardDecision heard) throws SQLException {
        HotelDecision decision = heard.decision().ordered();
        new RowBinder(insert)
                .text(decision.place())
                .text(decision.oneProvider())
                .text(decision.oneHotel())
                .text(decision.otherProvider())
                .text(decision.otherHotel())
                .text(decision.verdict())
                .text(decision.decidedBy())
                .instant(decision.decidedAt())
                .text(decision.note())
                .whole(heard.offset());
    }
}
