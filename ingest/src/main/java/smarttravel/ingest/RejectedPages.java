package smarttravel.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Optional;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.crawling.PublicationGate;
import smarttravel.ingest.crawling.kept.PostgresKeptPages;
import smarttravel.ingest.crawling.kept.ReplayRejected;
import smarttravel.ingest.crawling.ledger.PostgresLogin;
import smarttravel.ingest.crawling.ledger.PostgresPool;
import smarttravel.ingest.crawling.work.PagePublication;
import smarttravel.ingest.health.KafkaProviderEvents;
import smarttravel.ingest.health.PostgresProviderHealth;
import smarttravel.ingest.health.SecondLook;
import smarttravel.ingest.publishing.ObservationPublisher;

/** Pages that could not be read when they were fetched, read again beside whatever else runs. */
public final class RejectedPages {
    private static final int CONNECTIONS = 2;

    private RejectedPages() {}

    /**
     * Reads them again with the strategies of today; what they say now is judged as that of any page, and published or
     * still held. It puts no provider in quarantine.
     *
     * @param provider all of them when absent
     */
    public static ReplayRejected.Report replay(
            String kafka, PostgresLogin postgres, CrawledProviders providers, Optional<String> provider, Clock clock) {
        try (PostgresPool pool = PostgresPool.open(postgres, CONNECTIONS);
                KafkaProviderEvents events = KafkaProviderEvents.connect(kafka);
                ObservationPublisher publisher = ObservationPublisher.connect(kafka)) {
            PublicationGate gate =
                    new SecondLook(new PostgresProviderHealth(pool.dataSource(), events, new SimpleMeterRegistry()));
            PagePublication publication = new PagePublication(gate, publisher);
            return new ReplayRejected(new PostgresKeptPages(pool.jdbi(), clock), providers, publication).run(provider);
        }
    }
}
