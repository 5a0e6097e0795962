package smarttravel.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a ClickHouse database to the schema of this version. Safe to run again at any time, also after a kill between
 * two statements: every statement leaves alone what is there, and a file is recorded after its last one.
 */
public final class ClickHouseSchema {
    private static final Logger LOG = LoggerFactory.getLogger(ClickHouseSchema.class);

    private ClickHouseSchema() {}

    /**
     * Applies the files that the database does not have yet.
     *
     * @throws SchemaMismatchException if an applied file was changed or is gone
     */
    public static void apply(Connection connection) throws SQLException {
        apply(connection, SchemaFiles.ofClickHouse());
    }

    static void apply(Connection connection, List<SchemaFile> files) throws SQLException {
        // "default" of an embedded engine is of another kind and lacks features, so the tables have their own.
        execute(connection, "CREATE DATABASE IF NOT EXISTS travel ENGINE = Atomic");
        execute(connection, """
                CREATE TABLE IF NOT EXISTS travel.schema_changes
                (
                    name        String,
                    checksum    String,
                    applied_at  DateTime64(3, 'UTC') DEFAULT now64(3)
                )
                ENGINE = MergeTree
                ORDER BY name
                """);
        for (SchemaFile file : SchemaPlan.missing(files, applied(connection))) {
            for (String statement : file.statements()) {
                execute(connection, statement);
            }
            record(connection, file);
            LOG.info("Applied {}", file.name());
        }
    }

    private static Map<String, String> applied(Connection connection) throws SQLException {
        Map<String, String> applied = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, checksum FROM travel.schema_changes")) {
            while (rows.next()) {
                applied.put(rows.getString("name"), rows.getString("checksum"));
            }
        }
        return applied;
    }

    private static void record(Connection connection, SchemaFile file) throws SQLException {
        String insert = "INSERT INTO travel.schema_changes (name, checksum) VALUES (?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, file.name());
            statement.setString(2, file.checksum());
            statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
