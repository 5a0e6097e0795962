package smarttravel.ingest.crawling.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.crawling.ledger.CriteriaJson;
import smarttravel.ingest.crawling.ledger.Lane;
import smarttravel.ingest.crawling.ledger.NewCrawl;
import smarttravel.ingest.crawling.ledger.PostgresCrawls;
import smarttravel.ingest.providers.SearchCriteria;

/** The table {@code crawl_requests}: what somebody wants crawled once, and soon. */
public final class PostgresCrawlRequests {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresCrawlRequests.class);
    private static final int AT_ONCE = 50;

    private final Jdbi jdbi;
    private final Clock clock;

    public PostgresCrawlRequests(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A crawl that was asked for.
     *
     * @param provider all of them when absent
     */
    public record Request(
            long id, Optional<String> provider, SearchCriteria criteria, NewCrawl.Reason reason, Lane lane) {}

    /** Asks for a crawl and returns the request's id. */
    public long ask(Optional<String> provider, SearchCriteria criteria, NewCrawl.Reason reason, Lane lane) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO crawl_requests (provider, criteria, reason, urgent, requested_at)
                        VALUES (:provider, CAST(:criteria AS jsonb), :reason, :urgent, :now)
                        RETURNING id""")
                .bind("provider", provider.orElse(null))
                .bind("criteria", CriteriaJson.write(criteria))
                .bind("reason", reason.name().toLowerCase(Locale.ROOT))
                .bind("urgent", lane == Lane.URGENT)
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
    }

    /** Turns every open request into crawls, all or nothing. */
    int take(Function<Request, List<NewCrawl>> crawls) {
        return jdbi.inTransaction(handle -> {
            List<Long> open = handle.createQuery("""
                            SELECT id FROM crawl_requests WHERE taken_at IS NULL
                            ORDER BY urgent DESC, id LIMIT :most FOR UPDATE SKIP LOCKED""")
                    .bind("most", AT_ONCE)
                    .mapTo(Long.class)
                    .list();
            open.forEach(id -> take(handle, id, crawls));
            return open.size();
        });
    }

    private void take(Handle handle, long id, Function<Request, List<NewCrawl>> crawls) {
        Instant now = clock.instant();
        String error = "";
        try {
            Request request = handle.createQuery(
                            "SELECT id, provider, criteria, reason, urgent FROM crawl_requests WHERE id = :id")
                    .bind("id", id)
                    .map((row, context) -> request(row))
                    .one();
            crawls.apply(request).forEach(crawl -> PostgresCrawls.begin(handle, crawl, now));
        } catch (IllegalArgumentException e) {
            LOG.warn("Crawl request {} is refused", id, e);
            error = String.valueOf(e.getMessage());
        }
        handle.createUpdate("UPDATE crawl_requests SET taken_at = :now, error = nullif(:error, '') WHERE id = :id")
                .bind("now", now)
                .bind("error", error)
                .bind("id", id)
                .execute();
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getLong("id"),
                Optional.ofNullable(row.getString("provider")),
                CriteriaJson.read(row.getString("criteria")),
                NewCrawl.Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                row.getBoolean("urgent") ? Lane.URGENT : Lane.USUAL);
    }
}
