package smarttravel.ingest.crawling.work;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.crawling.ledger.CrawlTask;
import smarttravel.ingest.crawling.ledger.PostgresLedger;
import smarttravel.ingest.crawling.queue.DeadLetters;

/** Gives tasks up: tells so first, then writes it down, so that none dies in silence. */
final class Burial {
    private static final Logger LOG = LoggerFactory.getLogger(Burial.class);

    private final DeadLetters letters;
    private final PostgresLedger ledger;
    private final MeterRegistry meters;

    Burial(DeadLetters letters, PostgresLedger ledger, MeterRegistry meters) {
        this.letters = letters;
        this.ledger = ledger;
        this.meters = meters;
    }

    /**
     * Gives a task up.
     *
     * @param reason stable code
     * @param message for a person
     */
    void bury(CrawlTask task, String reason, String message) {
        LOG.info("Task {} is given up, {}: {}", task.id(), reason, message);
        letters.tell(task, reason, message);
        ledger.dead(task, task.attempts(), reason + ": " + message);
        meters.counter("crawl.tasks.dead", "provider", task.provider(), "reason", reason)
                .increment();
    }
}
