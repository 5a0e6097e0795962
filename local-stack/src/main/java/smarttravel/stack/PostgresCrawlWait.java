package smarttravel.stack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Waits until providers have been crawled. */
public final class PostgresCrawlWait {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DataSource database;

    PostgresCrawlWait(DataSource database) {
        this.database = database;
    }

    /**
     * How far the crawls are.
     *
     * @param providers how many providers have had a crawl that is closed
     * @param open crawls that are not closed
     * @param pages known so far
     * @param read of them, or given up
     * @param offers on the pages read
     */
    public record Crawled(int providers, int open, long pages, long read, long offers) {}

    /** Told how many pages of those known so far are read. */
    @FunctionalInterface
    public interface Progress {
        void at(long read, long pages);
    }

    /**
     * Returns when so many providers have been crawled whole and no crawl is open.
     *
     * @throws StackException when nothing has moved for {@link #PATIENCE}
     */
    public Crawled await(int providers, Progress progress) throws InterruptedException {
        long movedAt = System.nanoTime();
        Crawled before = now();
        while (before.providers() < providers || before.open() > 0) {
            Thread.sleep(POLL.toMillis());
            Crawled now = now();
            progress.at(now.read(), now.pages());
            if (!now.equals(before)) {
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > PATIENCE.toNanos()) {
                throw new StackException("No page has been read for " + PATIENCE.toSeconds() + " s: " + now.read()
                        + " of " + now.pages() + " are. GET /api/v1/providers says more.");
            }
            before = now;
        }
        return before;
    }

    /** How far they are now. */
    public Crawled now() {
        String question = """
                SELECT (SELECT count(DISTINCT provider) FROM crawls WHERE closed_at IS NOT NULL),
                       (SELECT count(*) FROM crawls WHERE closed_at IS NULL),
                       count(*), count(*) FILTER (WHERE state IN ('DONE', 'DEAD')), coalesce(sum(offers), 0)
                FROM crawl_tasks""";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(question);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Crawled(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getLong(5));
        } catch (SQLException e) {
            throw new StackException("PostgreSQL does not tell how far the crawls are", e);
        }
    }
}
