package smarttravel.ingest.crawling.ledger;

/** How far a task is. */
public enum TaskState {
    /** To be published when it is due. */
    NEW,
    /** In the queue, or in somebody's hands. */
    PUBLISHED,
    /** Its observations are in Kafka. */
    DONE,
    /** Given up. */
    DEAD;

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return this == NEW || this == PUBLISHED;
    }
}
