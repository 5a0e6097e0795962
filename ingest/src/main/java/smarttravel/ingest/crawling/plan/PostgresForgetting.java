package smarttravel.ingest.crawling.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Lets go what is too old to matter, from every table of ingestion that would grow for ever. */
final class PostgresForgetting {
    /** Of crawls and of what was asked for; their tasks, pages and searches go with them. */
    private static final Duration CRAWLS = Duration.ofDays(30);

    /** Of what pages and prices are compared with: an offer that was not seen for so long is a new one. */
    private static final Duration COMPARISONS = Duration.ofDays(60);

    private static final List<String> OLD_CRAWLS = List.of(
            "DELETE FROM crawls WHERE closed_at < :before", "DELETE FROM crawl_requests WHERE requested_at < :before");
    private static final List<String> OLD_COMPARISONS = List.of(
            "DELETE FROM crawled_prices WHERE seen_at < :before",
            "DELETE FROM last_prices WHERE seen_at < :before",
            "DELETE FROM page_figures WHERE read_at < :before");

    private final Jdbi jdbi;
    private final Clock clock;

    PostgresForgetting(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void forgetOld() {
        Instant now = clock.instant();
        OLD_CRAWLS.forEach(statement -> delete(statement, now.minus(CRAWLS)));
        OLD_COMPARISONS.forEach(statement -> delete(statement, now.minus(COMPARISONS)));
    }

    private void delete(String statement, Instant before) {
        jdbi.useHandle(
                handle -> handle.createUpdate(statement).bind("before", before).execute());
    }
}
