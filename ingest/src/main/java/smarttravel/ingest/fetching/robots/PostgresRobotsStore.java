package smarttravel.ingest.fetching.robots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.fetching.robots.RobotsFile.Answer;

/** The files in the table {@code robots_files}, shared by all processes. */
public final class PostgresRobotsStore implements RobotsStore {
    private final Jdbi jdbi;

    public PostgresRobotsStore(DataSource database) {
        jdbi = Jdbi.create(database);
    }

    @Override
    public Optional<RobotsFile> find(String authority) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT authority, fetched_at, status, body, failed_at
                        FROM robots_files WHERE authority = :authority""")
                .bind("authority", authority)
                .map((row, context) -> read(row))
                .findOne());
    }

    @Override
    public void keep(RobotsFile file) {
        Answer answer = file.answer();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO robots_files (authority, fetched_at, status, body, failed_at)
                        VALUES (:authority, :fetchedAt, :status, :body, :failedAt)
                        ON CONFLICT (authority) DO UPDATE
                        SET fetched_at = excluded.fetched_at, status = excluded.status,
                            body = excluded.body, failed_at = excluded.failed_at""")
                .bind("authority", file.authority())
                .bind("fetchedAt", answer == null ? null : Timestamp.from(answer.fetchedAt()))
                .bind("status", answer == null ? null : (Integer) answer.status())
                .bind("body", answer == null ? null : answer.body())
                .bind("failedAt", file.failedAt() == null ? null : Timestamp.from(file.failedAt()))
                .execute());
    }

    private static RobotsFile read(ResultSet row) throws SQLException {
        Instant fetchedAt = instant(row.getTimestamp("fetched_at"));
        Answer answer = fetchedAt == null ? null : new Answer(row.getInt("status"), row.getBytes("body"), fetchedAt);
        return new RobotsFile(row.getString("authority"), answer, instant(row.getTimestamp("failed_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
