package smarttravel.ingest;

import java.time.Clock;
import java.util.Optional;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.crawling.PublicationGate;
import smarttravel.ingest.crawling.kept.PostgresKeptPages;
import smarttravel.ingest.crawling.kept.ReplayRejected;
import smarttravel.ingest.crawling.ledger.PostgresLogin;
import smarttravel.ingest.crawling.ledger.PostgresPool;
import smarttravel.ingest.crawling.work.PagePublication;
import smarttravel.ingest.publishing.ObservationPublisher;

/** Pages that could not be read when they were fetched, read again beside whatever else runs. */
public final class RejectedPages {
    private RejectedPages() {}

    /**
     * Reads them again with the strategies of today and publishes what they say now.
     *
     * @param gate decides what is published
     * @param provider all of them when absent
     */
    public static ReplayRejected.Report replay(
            String kafka,
            PostgresLogin postgres,
            CrawledProviders providers,
            PublicationGate gate,
            Optional<String> provider,
            Clock clock) {
        try (PostgresPool pool = PostgresPool.open(postgres, 1);
                ObservationPublisher publisher = ObservationPublisher.connect(kafka)) {
            PagePublication publication = new PagePublication(gate, publisher);
            return new ReplayRejected(new PostgresKeptPages(pool.jdbi(), clock), providers, publication).run(provider);
        }
    }
}
