package smarttravel.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import smarttravel.ingest.crawling.ledger.PostgresPool;
import smarttravel.ingest.fetching.FetchOutcome;
import smarttravel.ingest.fetching.FetchSettings;
import smarttravel.ingest.fetching.PageFetcher;
import smarttravel.ingest.fetching.PoliteFetcher;
import smarttravel.ingest.fetching.hosts.PostgresHostGate;
import smarttravel.ingest.fetching.http.UserAgent;
import smarttravel.ingest.fetching.robots.PostgresRobotsStore;
import smarttravel.ingest.fetching.versions.PostgresPageVersions;
import smarttravel.ingest.providers.ProviderFile;

/** The polite fetcher, with manners that all processes on one database keep together. */
public final class PostgresPoliteFetching implements PageFetcher, AutoCloseable {
    private static final String VERSION = "0.1";

    private final PostgresPool pool;
    private final PoliteFetcher fetcher;

    private PostgresPoliteFetching(PostgresPool pool, PoliteFetcher fetcher) {
        this.pool = pool;
        this.fetcher = fetcher;
    }

    /** Opens connections of its own. */
    public static PostgresPoliteFetching open(IngestConfig config, Clock clock, MeterRegistry meters) {
        PostgresPool pool = PostgresPool.open(config.postgres(), config.workers());
        PoliteFetcher fetcher = new PoliteFetcher(FetchSettings.of(
                new UserAgent(VERSION, config.contact()),
                new PostgresHostGate(pool.dataSource()),
                new PostgresRobotsStore(pool.dataSource()),
                new PostgresPageVersions(pool.dataSource()),
                clock,
                meters));
        return new PostgresPoliteFetching(pool, fetcher);
    }

    @Override
    public FetchOutcome fetch(ProviderFile provider, String crawl, URI address) throws InterruptedException {
        return fetcher.fetch(provider, crawl, address);
    }

    @Override
    public void close() throws IOException {
        try {
            fetcher.close();
        } finally {
            pool.close();
        }
    }
}
