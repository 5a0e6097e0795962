package smarttravel.stack.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Runs in a JVM of its own: {@code insert} writes batches for ever and notes each one that was acknowledged,
 * {@code count} notes what is there. Arguments: mode, library, data folder, file for the notes.
 */
final class KilledEngine {
    static final int BATCH = 500;

    private KilledEngine() {}

    public static void main(String[] arguments) throws Exception {
        Access access = Access.random(new SecureRandom());
        Path notes = Path.of(arguments[3]);
        try (EmbeddedClickHouse engine = EmbeddedClickHouse.start(
                        Path.of(arguments[1]), Path.of(arguments[2]), Limits.laptop(), access);
                Connection connection = DriverManager.getConnection(
                        engine.jdbcUrl(),
                        access.writer().user(),
                        access.writer().password())) {
            if (arguments[0].equals("insert")) {
                insert(connection, notes);
            } else {
                count(connection, notes);
            }
        }
    }

    private static void insert(Connection connection, Path notes) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS kill_test ENGINE = Atomic");
            statement.execute("CREATE TABLE kill_test.t (batch Int32, n Int32) ENGINE = MergeTree ORDER BY batch");
        }
        for (int batch = 1; ; batch++) {
            try (PreparedStatement rows = connection.prepareStatement("INSERT INTO kill_test.t VALUES (?, ?)")) {
                for (int n = 0; n < BATCH; n++) {
                    rows.setInt(1, batch);
                    rows.setInt(2, n);
                    rows.addBatch();
                }
                rows.executeBatch();
            }
            Files.writeString(notes, batch + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static void count(Connection connection, Path notes) throws SQLException, IOException {
        String sql = "SELECT batch, count() FROM kill_test.t GROUP BY batch ORDER BY batch";
        StringBuilder found = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.append(rows.getInt(1)).append(' ').append(rows.getInt(2)).append('\n');
            }
        }
        Files.writeString(notes, found);
    }
}
