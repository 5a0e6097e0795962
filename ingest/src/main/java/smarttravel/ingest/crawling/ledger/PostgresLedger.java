package smarttravel.ingest.crawling.ledger;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;

/** The table {@code crawl_tasks}: what becomes of one task. */
public final class PostgresLedger {
    static final String TASK_COLUMNS = "id, crawl, provider, address, role, context, urgent, state, attempts";
    private static final int LONGEST_ERROR = 500;

    private final Jdbi jdbi;
    private final Clock clock;

    public PostgresLedger(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The task of that id, if there is one. */
    public Optional<CrawlTask> find(long id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT " + TASK_COLUMNS + " FROM crawl_tasks WHERE id = :id")
                        .bind("id", id)
                        .map((row, context) -> task(row))
                        .findOne());
    }

    /**
     * A task that somebody begins to work on.
     *
     * @param times how often it was begun since it last ended in order, this time included
     */
    public record Begun(CrawlTask task, int times) {}

    /** Begins a task; empty when nothing is left to be done about it. */
    public Optional<Begun> begin(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE crawl_tasks SET begun = begun + 1
                        WHERE id = :id AND state IN ('NEW', 'PUBLISHED')
                        RETURNING begun, %s""".formatted(TASK_COLUMNS))
                .bind("id", id)
                .map((row, context) -> new Begun(task(row), row.getInt("begun")))
                .findOne());
    }

    /** The page's observations are in Kafka: settles the task, its page, its prices and what follows from it, all or nothing. */
    public void done(CrawlTask task, PageOutcome outcome) {
        Instant now = clock.instant();
        jdbi.useTransaction(handle -> {
            int settled = handle.createUpdate("""
                            UPDATE crawl_tasks
                            SET state = 'DONE', ended_at = :now, offers = :offers, refused = CAST(:refused AS jsonb)
                            WHERE id = :id AND state IN ('NEW', 'PUBLISHED')""")
                    .bind("now", now)
                    .bind("offers", outcome.observations().size())
                    .bind("refused", JsonColumns.write(outcome.refused()))
                    .bind("id", task.id())
                    .execute();
            if (settled == 1) {
                PostgresNewTasks.follow(handle, task, outcome.follow(), now);
                PostgresCrawledPrices.remember(handle, task.crawl(), outcome.observations());
                settlePage(handle, task, outcome.keepFor());
            }
        });
    }

    private static void settlePage(Handle handle, CrawlTask task, Optional<String> keepFor) {
        String statement = keepFor.isPresent()
                ? "UPDATE fetched_pages SET kept_for = :why WHERE task = :task"
                : "DELETE FROM fetched_pages WHERE task = :task";
        handle.createUpdate(statement)
                .bind("why", keepFor.orElse(""))
                .bind("task", task.id())
                .execute();
    }

    /** The page did not come this time: it is tried again from a moment on. */
    public void putBack(CrawlTask task, Instant notBefore, int attempts, String error) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE crawl_tasks
                        SET state = 'NEW', not_before = :notBefore, attempts = :attempts, last_error = :error, begun = 0
                        WHERE id = :id AND state IN ('NEW', 'PUBLISHED')""")
                .bind("notBefore", notBefore)
                .bind("attempts", attempts)
                .bind("error", cut(error))
                .bind("id", task.id())
                .execute());
    }

    /** Somebody else has the task in hand: looks again later whether it was finished. */
    public void lookAgain(long id, Instant from) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        UPDATE crawl_tasks SET state = 'NEW', not_before = :from WHERE id = :id AND state = 'PUBLISHED'""").bind("from", from).bind("id", id).execute());
    }

    /** Gives the task up; a page that came for it stays. */
    public void dead(CrawlTask task, int attempts, String error) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            UPDATE crawl_tasks
                            SET state = 'DEAD', ended_at = :now, attempts = :attempts, last_error = :error
                            WHERE id = :id AND state IN ('NEW', 'PUBLISHED')""")
                    .bind("now", clock.instant())
                    .bind("attempts", attempts)
                    .bind("error", cut(error))
                    .bind("id", task.id())
                    .execute();
            settlePage(handle, task, Optional.of(cut(error)));
        });
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }

    static CrawlTask task(ResultSet row) throws SQLException {
        PageRequest page = new PageRequest(
                URI.create(row.getString("address")),
                PageRole.valueOf(row.getString("role")),
                JsonColumns.texts(row.getString("context")));
        return new CrawlTask(
                row.getLong("id"),
                row.getLong("crawl"),
                row.getString("provider"),
                page,
                Lane.ofUrgency(row.getBoolean("urgent")),
                TaskState.valueOf(row.getString("state")),
                row.getInt("attempts"));
    }
}
