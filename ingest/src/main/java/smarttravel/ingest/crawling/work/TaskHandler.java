package smarttravel.ingest.crawling.work;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.crawling.ledger.CrawlTask;
import smarttravel.ingest.crawling.ledger.PostgresLedger;
import smarttravel.ingest.crawling.ledger.PostgresLedger.Begun;
import smarttravel.ingest.crawling.ledger.PostgresLocks;
import smarttravel.ingest.crawling.queue.TaskQueue.Delivery;
import smarttravel.ingest.providers.Provider;

/**
 * Works one delivery off. When it returns, the ledger says what became of the task and the delivery can be accepted; when it
 * throws, nothing was decided.
 *
 * <p>A task is in one pair of hands at a time, also when its record is in the queue twice: who works on it holds a lock that
 * ends with the process.
 */
final class TaskHandler {
    /**
     * A task that was begun so often without an end kills whoever tries it. Kafka would give its record up in silence after the
     * fifth delivery, and counts deliveries to nobody.
     */
    static final int LAST_BEGINNING = 4;

    private static final Duration WHILE_BUSY = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(TaskHandler.class);

    private final PostgresLedger ledger;
    private final PostgresLocks locks;
    private final CrawledProviders providers;
    private final PageWork work;
    private final Burial burial;
    private final Clock clock;

    TaskHandler(
            PostgresLedger ledger,
            PostgresLocks locks,
            CrawledProviders providers,
            PageWork work,
            Burial burial,
            Clock clock) {
        this.ledger = ledger;
        this.locks = locks;
        this.providers = providers;
        this.work = work;
        this.burial = burial;
        this.clock = clock;
    }

    /**
     * Says that a task failed for a reason that no handing out again mends: it is tried again later, and given up after as
     * many attempts as a page that does not come.
     */
    void failed(Delivery delivery, Throwable cause) {
        Optional<CrawlTask> found =
                ledger.find(delivery.task()).filter(task -> task.state().isOpen());
        if (found.isEmpty()) {
            return;
        }
        CrawlTask task = found.get().withAttempts(found.get().attempts() + 1);
        if (task.attempts() >= PageWork.MOST_ATTEMPTS) {
            burial.bury(task, "failed", String.valueOf(cause));
        } else {
            ledger.putBack(task, clock.instant().plus(AFTER_FAILURE), task.attempts(), "failed: " + cause);
        }
    }

    /** Returns the provider whose next tasks may be published now, if a task ended. */
    Optional<Provider> handle(Delivery delivery) throws InterruptedException {
        if (!locks.tryLock(delivery.task())) {
            ledger.lookAgain(delivery.task(), clock.instant().plus(WHILE_BUSY));
            return Optional.empty();
        }
        try {
            Optional<Begun> begun = ledger.begin(delivery.task());
            return begun.isPresent() ? work(begun.get().task(), begun.get().times()) : Optional.empty();
        } finally {
            locks.unlock(delivery.task());
        }
    }

    private Optional<Provider> work(CrawlTask task, int times) throws InterruptedException {
        Optional<Provider> provider = providers.find(task.provider());
        if (times >= LAST_BEGINNING) {
            burial.bury(task, "crashed", "begun " + times + " times without an end");
        } else if (provider.isEmpty()) {
            burial.bury(task, "no-provider", "nobody knows the provider " + task.provider());
        } else {
            LOG.debug("Task {}: {}", task.id(), task.page().address());
            work.work(task, provider.get());
        }
        return provider;
    }
}
