package smarttravel.ingest.crawling.ledger;

import smarttravel.events.Topics;

/** Which queue a task waits in. */
public enum Lane {
    /** Crawls by plan. */
    USUAL(Topics.CRAWL_TASKS),
    /** Searches that somebody waits for. */
    URGENT(Topics.URGENT_CRAWL_TASKS);

    private final String topic;

    Lane(String topic) {
        this.topic = topic;
    }

    /** The topic of its tasks. */
    public String topic() {
        return topic;
    }

    static Lane ofUrgency(boolean urgent) {
        return urgent ? URGENT : USUAL;
    }
}
