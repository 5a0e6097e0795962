package smarttravel.ingest.crawling.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code crawls}: begins them and ends them. */
public final class PostgresCrawls {
    private final Jdbi jdbi;
    private final Clock clock;

    public PostgresCrawls(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Begins a crawl; its pages are in the ledger afterwards, to be published. */
    public long begin(NewCrawl crawl) {
        return jdbi.inTransaction(handle -> begin(handle, crawl, clock.instant()));
    }

    /** Begins a crawl as part of a larger change. */
    public static long begin(Handle handle, NewCrawl crawl, Instant now) {
        long id = handle.createQuery("""
                        INSERT INTO crawls (provider, criteria, reason, request, urgent, priority, pages, started_at)
                        VALUES (:provider, CAST(:criteria AS jsonb), :reason, :request, :urgent, :priority, 0, :now)
                        RETURNING id""")
                .bind("provider", crawl.provider())
                .bind("criteria", CriteriaJson.write(crawl.criteria()))
                .bind("reason", crawl.reason().name().toLowerCase(Locale.ROOT))
                .bind("request", crawl.request().orElse(null))
                .bind("urgent", crawl.lane() == Lane.URGENT)
                .bind("priority", crawl.priority())
                .bind("now", now)
                .mapTo(Long.class)
                .one();
        PostgresNewTasks.add(handle, id, crawl.pages(), now);
        return id;
    }

    /** Closes every crawl that has no open task, with its totals. */
    public int closeFinished() {
        return jdbi.withHandle(
                handle -> handle.createUpdate("""
                        UPDATE crawls
                        SET closed_at = :now, done = t.done, dead = t.dead, offers = t.offers, refused = t.refused
                        FROM (SELECT c.id, count(*) FILTER (WHERE state = 'DONE') AS done,
                                     count(*) FILTER (WHERE state = 'DEAD') AS dead, coalesce(sum(t.offers), 0) AS offers,
                                     coalesce(sum((SELECT sum(value::integer) FROM jsonb_each_text(t.refused))), 0) AS refused
                              FROM crawls c LEFT JOIN crawl_tasks t ON t.crawl = c.id
                              WHERE c.closed_at IS NULL
                                  AND NOT EXISTS (SELECT FROM crawl_tasks o
                                                  WHERE o.crawl = c.id AND o.state IN ('NEW', 'PUBLISHED'))
                              GROUP BY c.id) t
                        WHERE crawls.id = t.id""").bind("now", clock.instant()).execute());
    }
}
