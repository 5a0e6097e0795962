package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.stack.testing.SharedClickHouse;

@ExtendWith(SharedClickHouse.class)
class DriverInsertTest {
    private static final int ROWS = 120_000;
    private static final String[] AWKWARD = {
        "two\n\nlines",
        "",
        "nul \0 byte",
        "it's \"quoted\" `so`",
        "back\\slash \\n",
        "Cancún ñ € 機 \uD83D\uDE00",
        "{fn now()} {d '2026-01-01'}",
        "; DROP -- /* ?",
        "\t\r\n ",
    };

    @BeforeAll
    static void makeDatabase() throws SQLException {
        SharedClickHouse.freshDatabase("insert_test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void allColumnTypesComeBackAsTheyWere(String rowBinary) throws SQLException {
        createTyped("insert_test.typed_" + rowBinary);
        ZonedDateTime moment = ZonedDateTime.parse("2026-07-07T01:02:03.456Z");
        try (Connection connection = SharedClickHouse.writer(Map.of("beta.row_binary_for_simple_insert", rowBinary))) {
            insertTyped(connection, "insert_test.typed_" + rowBinary, moment);
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT * FROM insert_test.typed_" + rowBinary)) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBigDecimal("amount")).isEqualByComparingTo("12345678901234.5678");
                assertThat(row.getObject("seen", ZonedDateTime.class).toInstant())
                        .isEqualTo(moment.toInstant());
                assertThat(row.getObject("departure", LocalDate.class)).isEqualTo("2027-01-15");
                assertThat(row.getString("kind")).isEqualTo("PACKAGE");
                assertThat(row.getObject("origin")).isNull();
                assertThat(row.getBoolean("late")).isTrue();
                assertThat(row.getObject("observations", BigDecimal.class))
                        .isEqualByComparingTo("18446744073709551615");
                assertThat(row.getObject("unit")).isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void awkwardTextSurvives(String rowBinary) throws SQLException {
        String table = "insert_test.text_" + rowBinary;
        createNumbered(table);
        try (Connection connection = SharedClickHouse.writer(Map.of("beta.row_binary_for_simple_insert", rowBinary))) {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
                // Otherwise the driver rewrites what looks like a JDBC escape, even inside of values.
                insert.setEscapeProcessing(false);
                for (int i = 0; i < AWKWARD.length; i++) {
                    insert.setInt(1, i);
                    insert.setString(2, AWKWARD[i]);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT s FROM " + table + " ORDER BY n")) {
                for (String expected : AWKWARD) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getString(1)).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true"})
    void aLargeBatchArrivesWhole(String rowBinary) throws SQLException {
        String table = "insert_test.large_" + rowBinary;
        createNumbered(table);
        try (Connection connection = SharedClickHouse.writer(Map.of("beta.row_binary_for_simple_insert", rowBinary))) {
            insertNumbered(connection, table);

            assertThat(fingerprint(connection, table)).isEqualTo(fingerprint(connection, numbered()));
        }
    }

    @Test
    void aCompressedRequestIsUnderstood() throws SQLException {
        String table = "insert_test.compressed";
        createNumbered(table);
        try (Connection connection = SharedClickHouse.writer(Map.of("decompress", "true"))) {
            insertNumbered(connection, table);

            assertThat(fingerprint(connection, table)).isEqualTo(fingerprint(connection, numbered()));
        }
    }

    @Test
    void anUpdateTellsHowManyRowsItWrote() throws SQLException {
        createNumbered("insert_test.counted");
        try (Connection connection = SharedClickHouse.writer();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("INSERT INTO insert_test.counted VALUES (1, 'a'), (1+1, concat('b'));"))
                    .isEqualTo(2);
            assertThat(statement.executeUpdate("INSERT INTO insert_test.counted SELECT number, 'x' FROM numbers(10)"))
                    .isEqualTo(10);
        }
    }

    @Test
    void aBadRowIsAnErrorAndNothingIsWritten() throws SQLException {
        createNumbered("insert_test.bad");
        try (Connection connection = SharedClickHouse.writer();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(
                            () -> statement.executeUpdate("INSERT INTO insert_test.bad VALUES (1, 'a'), ('x', 2, 3)"))
                    .isInstanceOf(SQLException.class);
            assertThat(fingerprint(connection, "insert_test.bad")).startsWith("0 ");
        }
    }

    private static void createTyped(String table) throws SQLException {
        execute("CREATE TABLE " + table + """
                 (amount Decimal(18, 4), seen DateTime64(3, 'UTC'), departure Date, kind LowCardinality(String),
                  origin LowCardinality(Nullable(String)), late Bool, observations UInt64, unit Nullable(Float64))
                ENGINE = MergeTree ORDER BY seen
                """);
    }

    private static void insertTyped(Connection connection, String table, ZonedDateTime moment) throws SQLException {
        String sql = "INSERT INTO " + table + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setBigDecimal(1, new BigDecimal("12345678901234.5678"));
            insert.setObject(2, moment);
            insert.setObject(3, LocalDate.of(2027, 1, 15));
            insert.setString(4, "PACKAGE");
            insert.setObject(5, null);
            insert.setBoolean(6, true);
            insert.setObject(7, new BigInteger("18446744073709551615"));
            insert.setObject(8, null);
            insert.addBatch();
            insert.executeBatch();
        }
    }

    private static void createNumbered(String table) throws SQLException {
        execute("CREATE TABLE " + table + " (n Int32, s String) ENGINE = MergeTree ORDER BY n");
    }

    private static void insertNumbered(Connection connection, String table) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
            for (int i = 0; i < ROWS; i++) {
                insert.setInt(1, i);
                insert.setString(2, "row\n\n" + i);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String numbered() {
        return "(SELECT toInt32(number) AS n, concat('row\\n\\n', toString(number)) AS s FROM numbers(" + ROWS + "))";
    }

    private static String fingerprint(Connection connection, String source) throws SQLException {
        String sql = "SELECT concat(toString(count()), ' ', toString(sum(cityHash64(n, s)))) FROM " + source;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = SharedClickHouse.writer();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
