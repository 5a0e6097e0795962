package smarttravel.ingest.crawling.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jdbi.v3.core.Jdbi;
import smarttravel.ingest.crawling.ledger.PostgresLogin;
import smarttravel.sql.PostgresSchema;

/** One PostgreSQL for all tests of this process, emptied for each. */
public final class CrawlDatabase {
    private static final EmbeddedPostgres SERVER = start();
    private static final Jdbi JDBI = Jdbi.create(SERVER.getPostgresDatabase());

    private CrawlDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            PostgresSchema.apply(server.getPostgresDatabase());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without any row. */
    public static Jdbi empty() {
        JDBI.useHandle(handle -> handle.execute("""
                TRUNCATE crawl_requests, crawls, crawl_tasks, fetched_pages, crawl_plans, watched_departures, crawled_prices
                RESTART IDENTITY CASCADE"""));
        return JDBI;
    }

    /** For connections of one's own. */
    public static PostgresLogin login() {
        return new PostgresLogin(SERVER.getJdbcUrl("postgres", "postgres"), "postgres", "");
    }
}
