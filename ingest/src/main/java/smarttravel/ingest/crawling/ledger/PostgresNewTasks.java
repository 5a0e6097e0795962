package smarttravel.ingest.crawling.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.providers.PageRequest;

/** Adds pages to a crawl, each once however often it is named. */
final class PostgresNewTasks {
    /** A calendar whose "next month" never ends must not become a crawl that never ends. */
    static final int MOST_PAGES = 20_000;

    private static final HexFormat HEX = HexFormat.of();
    private static final Logger LOG = LoggerFactory.getLogger(PostgresNewTasks.class);

    private PostgresNewTasks() {}

    static void follow(Handle handle, CrawlTask parent, List<PageRequest> pages, Instant now) {
        if (!pages.isEmpty()) {
            add(handle, parent.crawl(), pages, now);
        }
    }

    /** Adds the pages that the crawl does not have yet; says how many there was no room for. */
    static void add(Handle handle, long crawl, List<PageRequest> pages, Instant now) {
        int room = MOST_PAGES
                - handle.createQuery("SELECT pages FROM crawls WHERE id = :crawl FOR UPDATE")
                        .bind("crawl", crawl)
                        .mapTo(Integer.class)
                        .one();
        List<PageRequest> unknown = unknown(handle, crawl, pages);
        List<PageRequest> fitting = unknown.subList(0, Math.min(unknown.size(), Math.max(room, 0)));
        int dropped = unknown.size() - fitting.size();
        handle.createUpdate("UPDATE crawls SET pages = pages + :added, dropped = dropped + :dropped WHERE id = :crawl")
                .bind("added", insert(handle, crawl, fitting, now))
                .bind("dropped", dropped)
                .bind("crawl", crawl)
                .execute();
        if (dropped > 0) {
            LOG.warn("Crawl {} has {} pages, the most there may be: {} more are left out", crawl, MOST_PAGES, dropped);
        }
    }

    /** Those of the pages that the crawl does not have, each once. */
    private static List<PageRequest> unknown(Handle handle, long crawl, List<PageRequest> pages) {
        Map<String, PageRequest> byKey = new LinkedHashMap<>();
        pages.forEach(page -> byKey.putIfAbsent(HEX.formatHex(PageKey.digest(page.address())), page));
        handle.createQuery("""
                        SELECT encode(page_key, 'hex') FROM crawl_tasks
                        WHERE crawl = :crawl AND page_key IN (SELECT decode(unnest(:keys), 'hex'))""")
                .bind("crawl", crawl)
                .bind("keys", byKey.keySet().toArray(String[]::new))
                .mapTo(String.class)
                .forEach(byKey::remove);
        return List.copyOf(byKey.values());
    }

    private static int insert(Handle handle, long crawl, List<PageRequest> pages, Instant now) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO crawl_tasks (crawl, provider, page_key, address, role, context, urgent, priority, state,
                    not_before, created_at)
                SELECT id, provider, :key, :address, :role, CAST(:context AS jsonb), urgent, priority, 'NEW', :now, :now
                FROM crawls WHERE id = :crawl
                ON CONFLICT (crawl, page_key) DO NOTHING""");
        for (PageRequest page : pages) {
            batch.bind("crawl", crawl)
                    .bind("key", PageKey.digest(page.address()))
                    .bind("address", page.address().toString())
                    .bind("role", page.role().name())
                    .bind("context", JsonColumns.write(page.context()))
                    .bind("now", now)
                    .add();
        }
        return Arrays.stream(batch.execute()).sum();
    }
}
