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
        String row = "INSERT INTO travel.market_offer_days VALUES ('FLIGHT/EZE/CUN', '%s', 'acme', '1', %d, '%s')";
        try (Connection connection = SharedClickHouse.writer();
                Connection finals = SharedClickHouse.writer(Map.of("clickhouse_setting_final", "1"))) {
            ClickHouseSchema.apply(connection);
            execute(connection, "SYSTEM STOP MERGES travel.market_offer_days");
            execute(connection, row.formatted("2026-07-01", 100, "2026-07-01 06:00:00"));
            execute(connection, row.formatted("2026-07-01", 200, "2026-07-01 18:00:00"));
            execute(connection, row.formatted("2026-07-08", 300, "2026-07-08 06:00:00"));

            String count = "SELECT count() FROM travel.market_offer_days";
            assertThat(one(connection, count)).isEqualTo("3");
            assertThat(one(finals, count)).isEqualTo("2");
            assertThat(one(finals, "SELECT count() FROM travel.market_days")).isEqualTo("2");
            assertThat(one(finals, "SELECT change_7d_percent FROM travel.market_days ORDER BY day DESC LIMIT 1"))
                    .isEqualTo("50.0");
        }
    }

    @Test
    void aDropInPesosIsNotCountedAmongOffersInDollars() throws SQLException {
        String drop = """
                INSERT INTO travel.price_drops
                (destination, observed_at, provider, offer_id, drop_id, kind, market, departure, amount, currency, baseline,
                 percent, previous_amount, new_low, tracked_observations, tracked_days, lead_days)
                VALUES ('MIA', '2026-07-08 06:00:00', 'acme', '%1$s', '%1$s', 'FLIGHT', 'FLIGHT/EZE/MIA', '2026-09-01', 80,
                 '%2$s', 100, 20, 100, true, 9, 9, 55)""";
        String offer = """
                INSERT INTO travel.market_offer_days
                VALUES ('FLIGHT/EZE/MIA', '2026-07-08', 'acme', '%s', 80, '2026-07-08 06:00:00')""";
        try (Connection connection = SharedClickHouse.writer()) {
            ClickHouseSchema.apply(connection);
            execute(connection, offer.formatted("1"));
            execute(connection, offer.formatted("2"));
            execute(connection, drop.formatted("1", "USD"));
            execute(connection, drop.formatted("3", "ARS"));

            assertThat(one(connection, "SELECT dropped_share FROM travel.market_days WHERE market = 'FLIGHT/EZE/MIA'"))
                    .isEqualTo("0.5");
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
