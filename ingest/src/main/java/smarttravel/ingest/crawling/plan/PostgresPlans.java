package smarttravel.ingest.crawling.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.crawling.plan.CrawlPlan.Target;
import smarttravel.ingest.crawling.plan.CrawlPlan.Why;

/** The table {@code crawl_plans}, and what plans are made from. */
final class PostgresPlans {
    private static final int FEWEST_OFFERS = 5;
    private static final double VOLATILE_SHARE = 0.2;
    private static final Duration RECENT = Duration.ofDays(14);

    private final Jdbi jdbi;
    private final Clock clock;

    PostgresPlans(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Departures from today on that somebody watches. */
    List<Target> watched() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT destination, departure_from, departure_to FROM watched_departures
                        WHERE departure_to IS NULL OR departure_to >= CAST(:now AS date)""")
                .bind("now", clock.instant())
                .map((row, context) -> new Target(
                        Optional.of(row.getString("destination")),
                        date(row, "departure_from"),
                        date(row, "departure_to")))
                .list());
    }

    /** Where a fifth of a provider's offers or more changed their prices between its last two crawls. */
    List<String> volatileDestinations(String provider) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT destination FROM crawled_prices
                        WHERE provider = :provider AND changed IS NOT NULL AND seen_at > :recent
                        GROUP BY destination
                        HAVING count(*) >= :fewest AND avg(CASE WHEN changed THEN 1 ELSE 0 END) >= :share
                        ORDER BY destination""")
                .bind("provider", provider)
                .bind("recent", clock.instant().minus(RECENT))
                .bind("fewest", FEWEST_OFFERS)
                .bind("share", VOLATILE_SHARE)
                .mapTo(String.class)
                .list());
    }

    /** Makes these the plans of all providers; what stays keeps its next turn, what is new is due at once. */
    void replaceAll(List<CrawlPlan> plans) {
        Instant now = clock.instant();
        jdbi.useTransaction(handle -> {
            for (CrawlPlan plan : plans) {
                handle.createUpdate("""
                                INSERT INTO crawl_plans (provider, destination, departure_from, departure_to, why, every,
                                    next_due, refreshed_at)
                                VALUES (:provider, :destination, coalesce(:from, CAST('-infinity' AS date)),
                                    coalesce(:to, CAST('infinity' AS date)), :why, make_interval(secs => :seconds), :now, :now)
                                ON CONFLICT (provider, destination, departure_from, departure_to) DO UPDATE
                                SET why = excluded.why, every = excluded.every, refreshed_at = excluded.refreshed_at,
                                    next_due = least(crawl_plans.next_due, excluded.next_due + excluded.every)""")
                        .bind("provider", plan.provider())
                        .bind("destination", plan.target().destination().orElse(""))
                        .bind("from", plan.target().departureFrom().orElse(null))
                        .bind("to", plan.target().departureTo().orElse(null))
                        .bind("why", plan.why().name().toLowerCase(Locale.ROOT))
                        .bind("seconds", (double) plan.every().toSeconds())
                        .bind("now", now)
                        .execute();
            }
            handle.createUpdate("DELETE FROM crawl_plans WHERE refreshed_at < :now")
                    .bind("now", now)
                    .execute();
        });
    }

    /** What is due and whose last crawl has ended, the most important first. */
    List<CrawlPlan> due() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT provider, destination, nullif(departure_from, '-infinity') AS departure_from,
                               nullif(departure_to, 'infinity') AS departure_to, why, extract(epoch FROM every) AS seconds
                        FROM crawl_plans
                        WHERE next_due <= :now
                            AND NOT EXISTS (SELECT FROM crawls c WHERE c.id = last_crawl AND c.closed_at IS NULL)
                        ORDER BY array_position(ARRAY['watched', 'volatile', 'route', 'everything'], why), next_due""")
                .bind("now", clock.instant())
                .map((row, context) -> plan(row))
                .list());
    }

    /** A crawl of the plan began, or it had nothing to ask: its next turn is an interval away. */
    void started(CrawlPlan plan, Optional<Long> crawl) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE crawl_plans SET next_due = :next, last_crawl = :crawl
                        WHERE provider = :provider AND destination = :destination
                            AND departure_from = coalesce(:from, CAST('-infinity' AS date))
                            AND departure_to = coalesce(:to, CAST('infinity' AS date))""")
                .bind("next", clock.instant().plus(plan.every()))
                .bind("crawl", crawl.orElse(null))
                .bind("provider", plan.provider())
                .bind("destination", plan.target().destination().orElse(""))
                .bind("from", plan.target().departureFrom().orElse(null))
                .bind("to", plan.target().departureTo().orElse(null))
                .execute());
    }

    private static CrawlPlan plan(ResultSet row) throws SQLException {
        String destination = row.getString("destination");
        return new CrawlPlan(
                row.getString("provider"),
                new Target(
                        Optional.of(destination).filter(text -> !text.isEmpty()),
                        date(row, "departure_from"),
                        date(row, "departure_to")),
                Why.valueOf(row.getString("why").toUpperCase(Locale.ROOT)),
                Duration.ofSeconds(row.getLong("seconds")));
    }

    private static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        @Nullable LocalDate date = row.getObject(column, LocalDate.class);
        return Optional.ofNullable(date);
    }
}
