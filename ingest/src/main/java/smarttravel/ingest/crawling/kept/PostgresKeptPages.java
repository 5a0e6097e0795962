package smarttravel.ingest.crawling.kept;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import smarttravel.ingest.crawling.ledger.PostgresFetchedPages;
import smarttravel.ingest.crawling.ledger.PostgresLedger;

/** Those rows of {@code fetched_pages} that were kept, the oldest first; they are bounded in number and age. */
public final class PostgresKeptPages {
    private static final int MOST_PER_PROVIDER = 500;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final PostgresLedger ledger;
    private final PostgresFetchedPages pages;
    private final Clock clock;

    public PostgresKeptPages(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.ledger = new PostgresLedger(jdbi, clock);
        this.pages = new PostgresFetchedPages(jdbi);
        this.clock = clock;
    }

    /** Tasks whose pages were kept. */
    public List<Long> tasks(Optional<String> provider) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT task FROM fetched_pages
                        WHERE kept_for IS NOT NULL AND provider = coalesce(:provider, provider)
                        ORDER BY task""")
                .bind("provider", provider.orElse(null))
                .mapTo(Long.class)
                .list());
    }

    /** The page that was kept for a task, if it still is. */
    public Optional<KeptPage> find(long task) {
        Optional<String> why = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT kept_for FROM fetched_pages WHERE task = :task AND kept_for IS NOT NULL")
                .bind("task", task)
                .mapTo(String.class)
                .findOne());
        return why.flatMap(reason ->
                ledger.find(task).flatMap(found -> pages.find(task).map(page -> new KeptPage(found, page, reason))));
    }

    /** Keeps the page for another reason, or lets it go. */
    public void settle(long task, Optional<String> why) {
        String statement = why.isPresent()
                ? "UPDATE fetched_pages SET kept_for = :why WHERE task = :task"
                : "DELETE FROM fetched_pages WHERE task = :task AND :why = ''";
        jdbi.useHandle(handle -> handle.createUpdate(statement)
                .bind("why", why.orElse(""))
                .bind("task", task)
                .execute());
    }

    /** Lets go what is too old or too much. */
    public int trim() {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        DELETE FROM fetched_pages WHERE task IN (
                            SELECT task FROM (
                                SELECT task, fetched_at, row_number() OVER (PARTITION BY provider ORDER BY task DESC) AS nth
                                FROM fetched_pages WHERE kept_for IS NOT NULL) kept
                            WHERE nth > :most OR fetched_at < :before)""")
                .bind("most", MOST_PER_PROVIDER)
                .bind("before", clock.instant().minus(KEPT))
                .execute());
    }
}
