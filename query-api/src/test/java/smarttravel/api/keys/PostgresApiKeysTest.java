package smarttravel.api.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import smarttravel.api.problems.UnavailableException;

class PostgresApiKeysTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-07-07T12:00:00Z"), ZoneOffset.UTC);
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        String schema = Files.readString(Path.of("../sql/postgres/V001__keys.sql"));
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(schema);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void aKeyIsFoundByItsTextUntilItIsRevoked() {
        PostgresApiKeys keys = keys();
        NewKey created = keys.create("analyst of the agency");

        assertThat(keys.find(created.text())).contains(created.key());
        assertThat(created.key().createdAt()).isEqualTo(NOON.instant());
        assertThat(keys.find(KeyText.random(new SecureRandom()))).isEmpty();

        assertThat(keys.revoke(created.key().id())).isTrue();
        assertThat(keys.find(created.text())).isEmpty();
        assertThat(keys.revoke(created.key().id())).isFalse();
        assertThat(keys.list()).anySatisfy(key -> assertThat(key.revokedAt()).contains(NOON.instant()));
    }

    @Test
    void theKeyItselfIsNowhereInTheTable() throws SQLException {
        NewKey created = keys().create("nobody");

        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT string_agg(k::text, ' ') FROM api_keys k")) {
            row.next();
            assertThat(row.getString(1))
                    .contains(created.text().prefix())
                    .doesNotContain(created.text().reveal().substring(12));
        }
    }

    @Test
    void aNameMustBePrintable() {
        assertThatThrownBy(() -> keys().create(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys().create("a\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDatabaseThatIsDownIsNeverAnAnswer() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/travel");

        assertThatThrownBy(() -> new PostgresApiKeys(nowhere, NOON).find(KeyText.random(new SecureRandom())))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void aRevokedKeyIsForgottenAfterTwentySeconds() {
        PostgresApiKeys stored = keys();
        NewKey created = stored.create("soon gone");
        AtomicLong nanos = new AtomicLong();
        RecentKeys recent = new RecentKeys(stored, nanos::get);
        assertThat(recent.find(created.text())).isPresent();
        stored.revoke(created.key().id());

        nanos.addAndGet(RecentKeys.KEPT.toNanos() - 1);
        assertThat(recent.find(created.text())).isPresent();
        nanos.addAndGet(1);
        assertThat(recent.find(created.text())).isEmpty();
    }

    private static PostgresApiKeys keys() {
        return new PostgresApiKeys(postgres.getPostgresDatabase(), NOON);
    }
}
