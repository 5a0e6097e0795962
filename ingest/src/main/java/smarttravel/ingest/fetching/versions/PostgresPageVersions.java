package smarttravel.ingest.fetching.versions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The versions in the table {@code page_versions}, shared by all processes. Bodies above {@link #MOST_BYTES} when packed are not
 * kept, and what nobody confirmed for {@link #KEPT_FOR} is thrown away.
 */
public final class PostgresPageVersions implements PageVersions {
    /** Of a packed body. */
    static final int MOST_BYTES = 1 << 20;

    /** After the last fetch that found the page as it was. */
    static final Duration KEPT_FOR = Duration.ofDays(14);

    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.EPOCH);

    public PostgresPageVersions(DataSource database) {
        jdbi = Jdbi.create(database);
    }

    @Override
    public Optional<PageVersion> find(URI address) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT etag, last_modified, content_type, body, fetched_at
                        FROM page_versions WHERE url_hash = :hash""")
                .bind("hash", hash(address))
                .map((row, context) -> read(row, address))
                .findOne());
    }

    @Override
    public void keep(PageVersion version) {
        byte[] packed = packed(version.body());
        if (packed.length > MOST_BYTES) {
            forget(version.address());
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO page_versions (url_hash, url, etag, last_modified, content_type, body, fetched_at)
                        VALUES (:hash, :url, :etag, :lastModified, :contentType, :body, :fetchedAt)
                        ON CONFLICT (url_hash) DO UPDATE
                        SET etag = excluded.etag, last_modified = excluded.last_modified,
                            content_type = excluded.content_type, body = excluded.body,
                            fetched_at = excluded.fetched_at""")
                .bind("hash", hash(version.address()))
                .bind("url", version.address().toString())
                .bind("etag", version.etag())
                .bind("lastModified", version.lastModified())
                .bind("contentType", version.contentType())
                .bind("body", packed)
                .bind("fetchedAt", Timestamp.from(version.fetchedAt()))
                .execute());
        sweepSometimes(version.fetchedAt());
    }

    @Override
    public void confirm(URI address, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE page_versions SET fetched_at = :at WHERE url_hash = :hash AND fetched_at < :at")
                .bind("hash", hash(address))
                .bind("at", Timestamp.from(at))
                .execute());
    }

    @Override
    public void forget(URI address) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM page_versions WHERE url_hash = :hash")
                .bind("hash", hash(address))
                .execute());
    }

    private void sweepSometimes(Instant now) {
        Instant due = nextSweep.get();
        if (!now.isBefore(due) && nextSweep.compareAndSet(due, now.plus(BETWEEN_SWEEPS))) {
            jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM page_versions WHERE fetched_at < :before")
                    .bind("before", Timestamp.from(now.minus(KEPT_FOR)))
                    .execute());
        }
    }

    private static PageVersion read(ResultSet row, URI address) throws SQLException {
        return new PageVersion(
                address,
                row.getString("etag"),
                row.getString("last_modified"),
                row.getString("content_type"),
                unpacked(row.getBytes("body")),
                row.getTimestamp("fetched_at").toInstant());
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] hash(URI address) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(address.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
