package smarttravel.ingest.crawling.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Jdbi;

/** The table {@code fetched_pages}: what came is stored before anything is made of it, so that it is not fetched again. */
public final class PostgresFetchedPages {
    private final Jdbi jdbi;

    public PostgresFetchedPages(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores what came for a task; what is there already stays. */
    public void store(CrawlTask task, FetchedPage page) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO fetched_pages (task, provider, address, content_type, body, fetched_at)
                        VALUES (:task, :provider, :address, :contentType, :body, :fetchedAt)
                        ON CONFLICT (task) DO NOTHING""")
                .bind("task", task.id())
                .bind("provider", task.provider())
                .bind("address", page.address().toString())
                .bind("contentType", page.contentType().orElse(null))
                .bind("body", compressed(page.body()))
                .bind("fetchedAt", page.fetchedAt())
                .execute());
    }

    /** What came for a task, if it is still there. */
    public Optional<FetchedPage> find(long task) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT address, content_type, body, fetched_at FROM fetched_pages WHERE task = :task""")
                .bind("task", task)
                .map((row, context) -> page(row))
                .findOne());
    }

    private static FetchedPage page(ResultSet row) throws SQLException {
        return new FetchedPage(
                URI.create(row.getString("address")),
                Optional.ofNullable(row.getString("content_type")),
                decompressed(row.getBytes("body")),
                row.getTimestamp("fetched_at").toInstant());
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] decompressed(byte[] body) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
