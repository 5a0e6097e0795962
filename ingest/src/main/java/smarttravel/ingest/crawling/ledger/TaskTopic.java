package smarttravel.ingest.crawling.ledger;

import java.util.List;

/** Where tasks are published. */
@FunctionalInterface
public interface TaskTopic {
    /** Returns when all of them are safe in their lanes' queues; a task may be published again at any time. */
    void publish(List<CrawlTask> tasks);
}
