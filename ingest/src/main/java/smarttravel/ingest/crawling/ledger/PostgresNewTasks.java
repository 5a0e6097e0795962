package smarttravel.ingest.crawling.ledger;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import smarttravel.ingest.providers.PageRequest;

/** Adds pages to a crawl, each once however often it is named. */
final class PostgresNewTasks {
    /** A calendar whose "next month" never ends must not become a crawl that never ends. */
    static final int MOST_PAGES = 20_000;

    private PostgresNewTasks() {}

    static void follow(Handle handle, CrawlTask parent, List<PageRequest> pages, Instant now) {
        if (!pages.isEmpty()) {
            add(handle, parent.crawl(), pages, now);
        }
    }

    /** Adds the pages that the crawl does not have yet. */
    static void add(Handle handle, long crawl, List<PageRequest> pages, Instant now) {
        int room = MOST_PAGES
                - handle.createQuery("SELECT pages FROM crawls WHERE id = :crawl FOR UPDATE")
                        .bind("crawl", crawl)
                        .mapTo(Integer.class)
                        .one();
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO crawl_tasks (crawl, provider, page_key, address, role, context, urgent, priority, state,
                    not_before, created_at)
                SELECT id, provider, :key, :address, :role, CAST(:context AS jsonb), urgent, priority, 'NEW', :now, :now
                FROM crawls WHERE id = :crawl
                ON CONFLICT (crawl, page_key) DO NOTHING""");
        for (PageRequest page : pages.subList(0, Math.min(pages.size(), Math.max(room, 0)))) {
            batch.bind("crawl", crawl)
                    .bind("key", PageKey.digest(page.address()))
                    .bind("address", page.address().toString())
                    .bind("role", page.role().name())
                    .bind("context", JsonColumns.write(page.context()))
                    .bind("now", now)
                    .add();
        }
        int added = 0;
        for (int count : batch.execute()) {
            added += count;
        }
        handle.createUpdate("UPDATE crawls SET pages = pages + :added WHERE id = :crawl")
                .bind("added", added)
                .bind("crawl", crawl)
                .execute();
    }
}
