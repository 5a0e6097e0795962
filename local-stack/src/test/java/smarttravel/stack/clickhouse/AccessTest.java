package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.stack.testing.SharedClickHouse;

@ExtendWith(SharedClickHouse.class)
class AccessTest {
    private static final int READONLY = 164;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeTable() throws SQLException {
        SharedClickHouse.freshDatabase("access_test");
        try (Connection connection = SharedClickHouse.writer();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE access_test.t (a Int32) ENGINE = MergeTree ORDER BY a");
            statement.execute("INSERT INTO access_test.t VALUES (1)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM access_test.t ORDER BY a DESC LIMIT greatest(1, 2)",
                "WITH 1 AS x SELECT x",
                "SHOW TABLES FROM access_test",
                "DESCRIBE TABLE access_test.t",
                "EXPLAIN SELECT 1",
            })
    void aReaderReads(String sql) throws SQLException {
        try (Connection reader = SharedClickHouse.reader();
                Statement statement = reader.createStatement()) {
            assertThat(statement.execute(sql)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO access_test.t VALUES (2)",
                "INSERT INTO access_test.t SELECT 2",
                "DROP TABLE access_test.t",
                "CREATE TABLE access_test.u (a Int32) ENGINE = Memory",
                "ALTER TABLE access_test.t DELETE WHERE 1",
                "SYSTEM STOP MERGES",
                "KILL QUERY WHERE 1",
                "SET readonly = 0",
                "SELECT 1 SETTINGS readonly = 0",
                "SELECT file('/etc/hostname')",
                "SELECT `\\x66ile`('/etc/hostname')",
                "SELECT * FROM file('/etc/hostname', 'LineAsString')",
                "SELECT * FROM '/etc/hostname'",
                "SELECT * FROM eval('SELECT 1')",
                "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
                "DESCRIBE TABLE url('http://127.0.0.1:1/', 'LineAsString')",
                "/* SELECT */ DESC url('http://127.0.0.1:1/', 'LineAsString')",
            })
    void aReaderDoesNothingElse(String sql) throws SQLException {
        try (Connection reader = SharedClickHouse.reader()) {
            assertThat(code(reader, sql)).isEqualTo(READONLY);
        }
    }

    @Test
    void aReaderWritesNoFile() throws SQLException {
        Path target = folder.resolve("out.txt");
        try (Connection reader = SharedClickHouse.reader()) {
            assertThat(code(reader, "SELECT 1 INTO OUTFILE '" + target + "'")).isEqualTo(READONLY);
        }
        assertThat(target).doesNotExist();
    }

    @Test
    void aWriterCanMakeItselfAReader() throws SQLException {
        try (Connection writer = SharedClickHouse.writer(Map.of("clickhouse_setting_readonly", "1"))) {
            assertThat(code(writer, "INSERT INTO access_test.t VALUES (2)")).isEqualTo(READONLY);
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws SQLException {
        Access strangers = Access.random(new SecureRandom());
        try (Connection stranger = SharedClickHouse.connect(strangers.writer(), Map.of())) {
            assertThat(code(stranger, "SELECT 1")).isEqualTo(516);
        }
    }

    @Test
    void nobodyIsRefused() throws Exception {
        HttpResponse<String> answer = post("SELECT 1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code")).hasValue("516");
    }

    @Test
    void anybodyMayAskWhetherItLives() throws Exception {
        URI ping = URI.create(SharedClickHouse.engine().httpUrl() + "ping");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(ping).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("Ok.\n");
    }

    @Test
    void passwordsAreNotPrinted() {
        Access access = Access.random(new SecureRandom());

        assertThat(access.toString()).doesNotContain(access.writer().password());
    }

    private static HttpResponse<String> post(String sql) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(SharedClickHouse.engine().httpUrl()))
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int code(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return catchThrowableOfType(SQLException.class, () -> statement.execute(sql))
                    .getErrorCode();
        }
    }
}
