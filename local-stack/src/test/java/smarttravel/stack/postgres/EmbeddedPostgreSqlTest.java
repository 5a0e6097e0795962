package smarttravel.stack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.sql.PostgresSchema;
import smarttravel.stack.testing.ForkedJvm;

class EmbeddedPostgreSqlTest {
    @TempDir
    Path folder;

    @Test
    void dataSurvivesARestart() throws Exception {
        try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(folder)) {
            PostgresSchema.apply(server.dataSource());
            execute(server, "CREATE TABLE kept (a int)");
            execute(server, "INSERT INTO kept VALUES (7)");
        }
        try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(folder)) {
            PostgresSchema.apply(server.dataSource());
            assertThat(one(server, "SELECT a FROM kept")).isEqualTo("7");
            assertThat(one(server, "SELECT count(*) FROM api_keys")).isEqualTo("0");
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(folder)) {

            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess"))
                    .hasMessageContaining("authentication failed");
            assertThat(one(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(server, "SHOW shared_buffers")).isEqualTo("32MB");
        }
    }

    @Test
    void aFolderInUseIsRefused() throws Exception {
        try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(folder)) {
            assertThatThrownBy(() -> EmbeddedPostgreSql.start(folder)).hasMessageContaining("Another stack uses");
            assertThat(one(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void theServerOfAKilledProcessIsReplaced() throws Exception {
        Path stored = folder.resolve("stored");
        Path data = folder.resolve("data");
        try (ForkedJvm jvm =
                ForkedJvm.start(AbandonedPostgreSql.class, folder.resolve("log"), data.toString(), stored.toString())) {
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> Files.exists(stored));
            jvm.kill();
        }
        ProcessHandle orphan =
                OrphanedServer.find(data.toRealPath().resolve("cluster")).orElseThrow();

        try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(data)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(one(server, "SELECT a FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void aProcessThatIsNoServerOfTheFolderIsLeftAlone() throws IOException {
        Files.writeString(
                folder.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + folder + "\n");

        assertThat(OrphanedServer.find(folder)).isEmpty();
    }

    private static void execute(EmbeddedPostgreSql server, String sql) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(EmbeddedPostgreSql server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
