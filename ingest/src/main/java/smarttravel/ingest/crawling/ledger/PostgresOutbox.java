package smarttravel.ingest.crawling.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Moves tasks from the ledger into the queue, a few at a time per provider: what waits in a queue can neither be overtaken by
 * what is more important nor be held back.
 *
 * <p>Tasks are published before they are marked, so that a kill in between publishes them twice and never not at all.
 */
public final class PostgresOutbox {
    private static final int URGENT_WINDOW = 200;
    private static final String DUE = """
            SELECT %s FROM crawl_tasks
            WHERE provider = :provider AND state = 'NEW' AND not_before <= :now AND urgent = :urgent
            ORDER BY priority, id
            LIMIT greatest(0, :window - (SELECT count(*) FROM crawl_tasks
                                         WHERE provider = :provider AND state = 'PUBLISHED' AND urgent = :urgent))
            FOR UPDATE SKIP LOCKED""".formatted(PostgresLedger.TASK_COLUMNS);

    private final Jdbi jdbi;
    private final TaskTopic topic;
    private final Clock clock;

    public PostgresOutbox(Jdbi jdbi, TaskTopic topic, Clock clock) {
        this.jdbi = jdbi;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * Publishes a provider's due tasks, unless another process is at it.
     *
     * @param window how many of them may wait in the queue or be in hand at once
     * @return how many were published
     */
    public int publishDue(String provider, int window) {
        return jdbi.inTransaction(handle -> {
            boolean mine = handle.createQuery("SELECT pg_try_advisory_xact_lock(1, hashtext(:provider))")
                    .bind("provider", provider)
                    .mapTo(Boolean.class)
                    .one();
            return mine ? publish(handle, provider, true, URGENT_WINDOW) + publish(handle, provider, false, window) : 0;
        });
    }

    private int publish(Handle handle, String provider, boolean urgent, int window) {
        Instant now = clock.instant();
        List<CrawlTask> due = handle.createQuery(DUE)
                .bind("provider", provider)
                .bind("now", now)
                .bind("urgent", urgent)
                .bind("window", window)
                .map((row, context) -> PostgresLedger.task(row))
                .list();
        if (due.isEmpty()) {
            return 0;
        }
        topic.publish(due);
        return handle.createUpdate("""
                        UPDATE crawl_tasks SET state = 'PUBLISHED', published_at = :now WHERE id IN (<ids>)""")
                .bind("now", now)
                .bindList("ids", due.stream().map(CrawlTask::id).toList())
                .execute();
    }

    /** Providers that have something due. */
    public List<String> providersWithDueTasks() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT provider FROM crawl_tasks WHERE state = 'NEW' AND not_before <= :now""")
                .bind("now", clock.instant())
                .mapTo(String.class)
                .list());
    }

    /** Takes back what was published so long ago that its record must be lost, to be published again. */
    public int takeBackLost(Duration longest) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE crawl_tasks SET state = 'NEW', not_before = :now
                        WHERE state = 'PUBLISHED' AND published_at < :lost""")
                .bind("now", clock.instant())
                .bind("lost", clock.instant().minus(longest))
                .execute());
    }
}
