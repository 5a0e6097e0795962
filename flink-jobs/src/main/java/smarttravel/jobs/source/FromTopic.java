package smarttravel.jobs.source;

/** What knows where on its topic it stood. */
public interface FromTopic {
    /** Partition of the topic. */
    int partition();

    /** Place in the partition. */
    long offset();
}
