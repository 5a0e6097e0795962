package smarttravel.ingest.crawling.queue;

import smarttravel.ingest.crawling.ledger.CrawlTask;

/** Where tasks that were given up are told. */
@FunctionalInterface
public interface DeadLetters {
    /**
     * Returns when the letter is safe.
     *
     * @param reason stable code, e.g. {@code not-found}
     * @param message for a person
     */
    void tell(CrawlTask task, String reason, String message);
}
