package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import smarttravel.sql.ClickHouseSchema;
import smarttravel.sql.SchemaMismatchException;
import smarttravel.stack.testing.SharedClickHouse;

@ExtendWith(SharedClickHouse.class)
class ClickHouseSchemaOnEngineTest {
    @BeforeEach
    void emptyDatabase() throws SQLException {
        SharedClickHouse.freshDatabase("travel");
    }

    @AfterAll
    static void leaveNoTamperedDatabase() throws SQLException {
        SharedClickHouse.freshDatabase("travel");
    }

    @Test
    void theSchemaIsAppliedOnce() throws SQLException {
        try (Connection connection = SharedClickHouse.writer()) {
            ClickHouseSchema.apply(connection);
            String applied = one(connection, "SELECT count() FROM travel.schema_changes");
            ClickHouseSchema.apply(connection);

            assertThat(one(connection, "SELECT count() FROM travel.schema_changes"))
                    .isEqualTo(applied);
            assertThat(one(connection, "SELECT count() FROM travel.price_observations"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aKillBetweenTwoStatementsIsMadeGood() throws SQLException {
        try (Connection connection = SharedClickHouse.writer()) {
            ClickHouseSchema.apply(connection);
            execute(connection, "TRUNCATE TABLE travel.schema_changes");
            execute(connection, "DROP TABLE travel.offers");
            ClickHouseSchema.apply(connection);

            assertThat(one(connection, "SELECT count() FROM travel.offers")).isEqualTo("0");
        }
    }

    @Test
    void aFileThatWasChangedIsRefused() throws SQLException {
        try (Connection connection = SharedClickHouse.writer()) {
            ClickHouseSchema.apply(connection);
            execute(
                    connection,
                    "ALTER TABLE travel.schema_changes UPDATE checksum = 'x' WHERE name LIKE '001%' "
                            + "SETTINGS mutations_sync = 1");

            assertThatThrownBy(() -> ClickHouseSchema.apply(connection)).isInstanceOf(SchemaMismatchException.class);
        }
    }

    @Test
    void newerRowsReplaceOlderOnesWhenReadFinal() throws SQLException {
        String row = "INSERT INTO travel.market_day_prices VALUES ('FLIGHT/EZE/CUN', '%s', 9, 1, 2, %d, 4, 1, %d)";
        try (Connection connection = SharedClickHouse.writer();
                Connection finals = SharedClickHouse.writer(Map.of("clickhouse_setting_final", "1"))) {
            ClickHouseSchema.apply(connection);
            execute(connection, "SYSTEM STOP MERGES travel.market_day_prices");
            execute(connection, row.formatted("2026-07-01", 100, 1));
            execute(connection, row.formatted("2026-07-01", 200, 2));
            execute(connection, row.formatted("2026-07-08", 300, 3));

            String count = "SELECT count() FROM travel.market_day_prices";
            assertThat(one(connection, count)).isEqualTo("3");
            assertThat(one(finals, count)).isEqualTo("2");
            assertThat(one(finals, "SELECT count() FROM travel.market_days")).isEqualTo("2");
            assertThat(one(finals, "SELECT change_7d_percent FROM travel.market_days ORDER BY day DESC LIMIT 1"))
                    .isEqualTo("50.0");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
