package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import smarttravel.stack.testing.SharedClickHouse;

@ExtendWith(SharedClickHouse.class)
class DriverQueryTest {
    @Test
    void aLongResultArrivesRowByRow() throws SQLException {
        try (Connection connection = SharedClickHouse.writer();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, toString(number) FROM numbers(200000)")) {
            long expected = 0;
            while (rows.next()) {
                assertThat(rows.getLong(1)).isEqualTo(expected);
                assertThat(rows.getString(2)).isEqualTo(Long.toString(expected));
                expected++;
            }
            assertThat(expected).isEqualTo(200_000);
        }
    }

    @Test
    void anUncompressedResultIsTheSame() throws SQLException {
        try (Connection connection = SharedClickHouse.writer(Map.of("compress", "false"))) {
            assertThat(one(connection, "SELECT sum(number) FROM numbers(1000)")).isEqualTo("499500");
        }
    }

    @Test
    void anEmptyResultHasItsColumns() throws SQLException {
        try (Connection connection = SharedClickHouse.writer();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 AS a, 'x' AS b WHERE 0")) {
            assertThat(rows.getMetaData().getColumnCount()).isEqualTo(2);
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void anErrorCarriesClickHousesCodeAndText() throws SQLException {
        try (Connection connection = SharedClickHouse.writer()) {
            SQLException error =
                    catchThrowableOfType(SQLException.class, () -> one(connection, "SELECT * FROM absent"));

            assertThat(error.getErrorCode()).isEqualTo(60);
            assertThat(error.getMessage()).contains("UNKNOWN_TABLE", "absent");
        }
    }

    @Test
    void anErrorAfterTheFirstRowsIsNotAShortResult() throws SQLException {
        String sql = "SELECT throwIf(number = 500000, 'late') FROM numbers(1000000) SETTINGS max_block_size = 1000";
        try (Connection connection = SharedClickHouse.writer()) {
            assertThatThrownBy(() -> count(connection, sql)).isInstanceOf(SQLException.class);
            assertThat(one(connection, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aSettingLivesForItsConnectionOnly() throws SQLException {
        String setting = "SELECT value FROM system.settings WHERE name = 'max_execution_time'";
        try (Connection bounded = SharedClickHouse.writer(Map.of("clickhouse_setting_max_execution_time", "7"));
                Connection plain = SharedClickHouse.writer()) {
            assertThat(one(bounded, setting)).isEqualTo("7");
            assertThat(one(plain, setting)).isEqualTo("0");
        }
    }

    @Test
    void aTimeLimitEndsAQuery() throws SQLException {
        try (Connection connection = SharedClickHouse.writer(Map.of("clickhouse_setting_max_execution_time", "1"))) {
            assertThat(code(connection, "SELECT count() FROM system.numbers")).isEqualTo(159);
        }
    }

    @Test
    void aMemoryLimitEndsAQuery() throws SQLException {
        try (Connection connection = SharedClickHouse.writer()) {
            assertThat(code(connection, "SELECT length(groupArray(number)) FROM numbers(300000000)"))
                    .isEqualTo(241);
            String limit = "SELECT value FROM system.server_settings WHERE name = 'max_server_memory_usage'";
            assertThat(one(connection, limit))
                    .isEqualTo(Long.toString(Limits.laptop().serverMemory()));
        }
    }

    @Test
    void anUnknownSettingIsAnError() throws SQLException {
        try (Connection connection = SharedClickHouse.writer(Map.of("clickhouse_setting_no_such", "1"))) {
            assertThat(code(connection, "SELECT 1")).isEqualTo(115);
        }
    }

    @Test
    void aRunningQueryIsCancelled() throws SQLException {
        try (Connection connection = SharedClickHouse.writer();
                Statement statement = connection.createStatement()) {
            CompletableFuture<Void> query =
                    CompletableFuture.runAsync(() -> run(statement)).orTimeout(20, TimeUnit.SECONDS);
            awaitProcess(1);

            statement.cancel();

            assertThatThrownBy(query::join)
                    .isInstanceOf(CompletionException.class)
                    .rootCause()
                    .hasMessageContaining("394");
            awaitProcess(0);
        }
    }

    @Test
    void theDatabaseOfAConnectionIsUsed() throws SQLException {
        SharedClickHouse.freshDatabase("query_test");
        try (Connection connection = SharedClickHouse.writer(Map.of("database", "query_test"))) {
            assertThat(one(connection, "SELECT currentDatabase()")).isEqualTo("query_test");
            connection.setSchema("default");
            assertThat(one(connection, "SELECT currentDatabase()")).isEqualTo("default");
        }
    }

    private static void run(Statement statement) {
        try {
            statement.executeQuery("SELECT count() FROM system.numbers WHERE NOT ignore('to be cancelled')");
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static void awaitProcess(int expected) {
        String sql = "SELECT count() FROM system.processes WHERE query LIKE 'SELECT count() FROM system.numbers%'";
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            try (Connection other = SharedClickHouse.writer()) {
                assertThat(one(other, sql)).isEqualTo(Integer.toString(expected));
            }
        });
    }

    private static int code(Connection connection, String sql) {
        return catchThrowableOfType(SQLException.class, () -> one(connection, sql))
                .getErrorCode();
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            long count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
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
