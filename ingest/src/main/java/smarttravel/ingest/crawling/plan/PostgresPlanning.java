package smarttravel.ingest.crawling.plan;

import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The tables that say what is to be crawled. */
public record PostgresPlanning(Jdbi jdbi, Clock clock) {
    PostgresPlans plans() {
        return new PostgresPlans(jdbi, clock);
    }

    PostgresForgetting forgetting() {
        return new PostgresForgetting(jdbi, clock);
    }

    /** What somebody asked for. */
    public PostgresCrawlRequests requests() {
        return new PostgresCrawlRequests(jdbi, clock);
    }
}
