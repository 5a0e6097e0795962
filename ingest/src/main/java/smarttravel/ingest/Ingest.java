package smarttravel.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.crawling.PublicationGate;
import smarttravel.ingest.crawling.Stop;
import smarttravel.ingest.crawling.kept.PostgresKeptPages;
import smarttravel.ingest.crawling.ledger.PostgresCrawls;
import smarttravel.ingest.crawling.ledger.PostgresFetchedPages;
import smarttravel.ingest.crawling.ledger.PostgresLedger;
import smarttravel.ingest.crawling.ledger.PostgresLocks;
import smarttravel.ingest.crawling.ledger.PostgresOutbox;
import smarttravel.ingest.crawling.ledger.PostgresPool;
import smarttravel.ingest.crawling.plan.Chores;
import smarttravel.ingest.crawling.plan.NextTasks;
import smarttravel.ingest.crawling.plan.PostgresLeadership;
import smarttravel.ingest.crawling.plan.PostgresPlanning;
import smarttravel.ingest.crawling.plan.Scheduler;
import smarttravel.ingest.crawling.queue.KafkaTaskQueue;
import smarttravel.ingest.crawling.queue.KafkaTaskTopic;
import smarttravel.ingest.crawling.work.Tools;
import smarttravel.ingest.crawling.work.WorkerPool;
import smarttravel.ingest.fetching.PageFetcher;
import smarttravel.ingest.publishing.ObservationPublisher;

/**
 * One of any number of processes that crawl together: workers that fetch and publish, and a scheduler that works in one of
 * them at a time.
 */
public final class Ingest implements AutoCloseable {
    private static final long PING_MILLIS = 1_500;

    private final Closing closing = new Closing();

    private Ingest() {}

    /**
     * Starts crawling.
     *
     * @param gate decides what is published
     */
    public static Ingest start(
            IngestConfig config,
            CrawledProviders providers,
            PageFetcher fetcher,
            PublicationGate gate,
            Clock clock,
            MeterRegistry meters) {
        Ingest ingest = new Ingest();
        try {
            ingest.open(config, providers, fetcher, gate, clock, meters);
            return ingest;
        } catch (RuntimeException e) {
            ingest.close();
            throw e;
        }
    }

    private void open(
            IngestConfig config,
            CrawledProviders providers,
            PageFetcher fetcher,
            PublicationGate gate,
            Clock clock,
            MeterRegistry meters) {
        Jdbi jdbi = closing.add(PostgresPool.open(config.postgres(), config.workers() + 4))
                .jdbi();
        KafkaTaskTopic topic = closing.add(KafkaTaskTopic.connect(config.kafka(), clock));
        PostgresLocks locks = closing.add(new PostgresLocks(config.postgres(), "crawl tasks"));
        PostgresLeadership leadership = closing.add(new PostgresLeadership(config.postgres()));
        PostgresOutbox outbox = new PostgresOutbox(jdbi, topic, clock);
        PostgresKeptPages kept = new PostgresKeptPages(jdbi, clock);
        Tools tools = new Tools(
                providers,
                fetcher,
                gate,
                new PostgresLedger(jdbi, clock),
                new PostgresFetchedPages(jdbi),
                locks,
                new NextTasks(outbox, clock),
                topic,
                lane -> KafkaTaskQueue.join(config.kafka(), lane),
                () -> ObservationPublisher.connect(config.kafka()),
                meters,
                clock);
        Chores chores = new Chores(
                providers,
                new PostgresPlanning(jdbi, clock),
                new PostgresCrawls(jdbi, clock),
                outbox,
                kept::trim,
                clock);
        Stop stop = new Stop();
        ping(locks, leadership);
        closing.add(WorkerPool.start(tools, config.workers(), stop));
        closing.add(Scheduler.start(leadership, chores, stop, clock));
    }

    /** Work may take longer than the server waits for a word of the connection that holds its lock. */
    private void ping(PostgresLocks locks, PostgresLeadership leadership) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "locks");
            thread.setDaemon(true);
            return thread;
        });
        closing.add(executor::shutdownNow);
        Runnable ping = () -> {
            locks.ping();
            leadership.ping();
        };
        ScheduledFuture<?> unused =
                executor.scheduleWithFixedDelay(ping, PING_MILLIS, PING_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Finishes the pages in hand and leaves nothing locked. */
    @Override
    public void close() {
        closing.close();
    }
}
