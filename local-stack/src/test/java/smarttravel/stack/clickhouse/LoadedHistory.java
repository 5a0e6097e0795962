package smarttravel.stack.clickhouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.observations.ObservationsTable;
import smarttravel.jobs.order.OfferLife;
import smarttravel.jobs.order.OrderedObservation;
import smarttravel.jobs.source.ReceivedObservation;
import smarttravel.sql.ClickHouseSchema;
import smarttravel.stack.testing.SharedClickHouse;

/** A fresh {@code travel} database with a history in it, as the jobs would have written it, to try views on. */
record LoadedHistory(Connection connection) implements AutoCloseable {
    private static final int BATCH = 5_000;

    static LoadedHistory empty() throws SQLException {
        SharedClickHouse.freshDatabase("travel");
        Connection connection = SharedClickHouse.writer();
        ClickHouseSchema.apply(connection);
        return new LoadedHistory(connection);
    }

    /** Stores observations that came in order; {@code quarantined} are some of them. */
    void observe(Collection<PriceObservation> observations, Collection<PriceObservation> quarantined)
            throws SQLException {
        Set<String> setAside = new HashSet<>();
        quarantined.forEach(seen -> setAside.add(moment(seen)));
        List<JudgedObservation> judged = observations.stream()
                .map(seen ->
                        new JudgedObservation(ordered(seen, false), setAside.contains(moment(seen)), 0, null, null))
                .toList();
        store(judged);
    }

    /** Stores one that came too late. */
    void observeLate(PriceObservation seen) throws SQLException {
        store(List.of(JudgedObservation.unremarkable(ordered(seen, true), 0)));
    }

    private void store(List<JudgedObservation> judged) throws SQLException {
        for (int from = 0; from < judged.size(); from += BATCH) {
            try (PreparedStatement insert = connection.prepareStatement(ObservationsTable.INSERT)) {
                for (JudgedObservation one : judged.subList(from, Math.min(from + BATCH, judged.size()))) {
                    ObservationsTable.bind(insert, one);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    private static OrderedObservation ordered(PriceObservation seen, boolean late) {
        Instant at = seen.observedAt();
        return OrderedObservation.of(new ReceivedObservation(seen.key(), seen, 0, 0, at), OfferLife.begin(seen), late);
    }

    private static String moment(PriceObservation seen) {
        return seen.key() + " " + seen.observedAt();
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, their columns joined by {@code |}; NULL is empty. */
    List<String> lines(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> lines = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringJoiner line = new StringJoiner("|");
                for (int column = 1; column <= columns; column++) {
                    String cell = rows.getString(column);
                    line.add(cell == null ? "" : cell);
                }
                lines.add(line.toString());
            }
            return lines;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        SharedClickHouse.freshDatabase("travel");
    }
}
