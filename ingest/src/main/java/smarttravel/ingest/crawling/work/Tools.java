package smarttravel.ingest.crawling.work;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.crawling.PublicationGate;
import smarttravel.ingest.crawling.ledger.Lane;
import smarttravel.ingest.crawling.ledger.PostgresFetchedPages;
import smarttravel.ingest.crawling.ledger.PostgresLedger;
import smarttravel.ingest.crawling.ledger.PostgresLocks;
import smarttravel.ingest.crawling.plan.NextTasks;
import smarttravel.ingest.crawling.queue.DeadLetters;
import smarttravel.ingest.crawling.queue.TaskQueue;
import smarttravel.ingest.fetching.PageFetcher;
import smarttravel.ingest.publishing.ObservationPublisher;

/**
 * What every worker of a process works with.
 *
 * @param queues a new place in a lane's queue, for one worker
 * @param publishers a new way to the topics, for one worker
 */
public record Tools(
        CrawledProviders providers,
        PageFetcher fetcher,
        PublicationGate gate,
        PostgresLedger ledger,
        PostgresFetchedPages pages,
        PostgresLocks locks,
        NextTasks nextTasks,
        DeadLetters deadLetters,
        Function<Lane, TaskQueue> queues,
        Supplier<ObservationPublisher> publishers,
        MeterRegistry meters,
        Clock clock) {

    TaskHandler handler(ObservationPublisher publisher) {
        Burial burial = new Burial(deadLetters, ledger, meters);
        PagePublication publication = new PagePublication(gate, publisher);
        PageWork work = new PageWork(fetcher, pages, ledger, publication, burial, meters, clock);
        return new TaskHandler(ledger, locks, providers, work, burial, clock);
    }
}
