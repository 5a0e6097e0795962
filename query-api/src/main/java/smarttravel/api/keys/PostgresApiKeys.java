package smarttravel.api.keys;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import smarttravel.api.problems.UnavailableException;

/** The keys in the table {@code api_keys}: found, made, listed and revoked. */
public final class PostgresApiKeys implements ApiKeys {
    private static final int MAX_NAME = 100;

    private final Jdbi jdbi;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public PostgresApiKeys(DataSource database, Clock clock) {
        jdbi = Jdbi.create(database);
        this.clock = clock;
    }

    @Override
    public Optional<ApiKey> find(KeyText key) {
        return ask(handle -> handle.createQuery("""
                        SELECT id, name, prefix, created_at, revoked_at
                        FROM api_keys
                        WHERE key_hash = :hash AND revoked_at IS NULL""")
                .bind("hash", key.hash())
                .map((row, context) -> read(row))
                .findOne());
    }

    /**
     * Makes a key.
     *
     * @param name who it is for, 1 to 100 characters
     */
    public NewKey create(String name) {
        if (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a key's name has 1 to " + MAX_NAME + " printable characters");
        }
        KeyText text = KeyText.random(random);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ApiKey stored = ask(handle -> handle.createQuery("""
                        INSERT INTO api_keys (name, key_hash, prefix, created_at)
                        VALUES (:name, :hash, :prefix, :createdAt)
                        RETURNING id, name, prefix, created_at, revoked_at""")
                .bind("name", name)
                .bind("hash", text.hash())
                .bind("prefix", text.prefix())
                .bind("createdAt", Timestamp.from(now))
                .map((row, context) -> read(row))
                .one());
        return new NewKey(stored, text);
    }

    /** Every key there ever was, the oldest first. */
    public List<ApiKey> list() {
        return ask(handle ->
                handle.createQuery("""
                        SELECT id, name, prefix, created_at, revoked_at FROM api_keys ORDER BY id""").map((row, context) -> read(row)).list());
    }

    /** Revokes a key by its id; false when no key in force has it. Within {@link RecentKeys#KEPT} nobody gets in with it. */
    public boolean revoke(long id) {
        return ask(handle -> handle.createUpdate("""
                        UPDATE api_keys SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL""")
                        .bind("now", Timestamp.from(clock.instant()))
                        .bind("id", id)
                        .execute())
                == 1;
    }

    private <T> T ask(Function<Handle, T> question) {
        try (Handle handle = jdbi.open()) {
            return question.apply(handle);
        } catch (JdbiException e) {
            throw new UnavailableException("The store of keys", e);
        }
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        Timestamp revoked = row.getTimestamp("revoked_at");
        return new ApiKey(
                row.getLong("id"),
                row.getString("name"),
                row.getString("prefix"),
                row.getTimestamp("created_at").toInstant(),
                revoked == null ? Optional.empty() : Optional.of(revoked.toInstant()));
    }
}
