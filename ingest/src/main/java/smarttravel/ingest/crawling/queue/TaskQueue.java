package smarttravel.ingest.crawling.queue;

import java.time.Duration;
import java.util.Optional;

/** One worker's place in the queue of a lane. For one thread. */
public interface TaskQueue extends AutoCloseable {
    /** The next task, nobody else's until it is accepted or released; empty when none came within the time. */
    Optional<Delivery> poll(Duration longest);

    /** The delivery is settled: it does not come again. */
    void accept(Delivery delivery);

    /** The delivery is to go to somebody else, soon. */
    void release(Delivery delivery);

    /** Leaves; what is neither accepted nor released goes to somebody else. */
    @Override
    void close();

    /**
     * A task that was handed out.
     *
     * @param task its id in the ledger
     * @param count how often this record was handed out, this time included
     */
    record Delivery(long task, int count) {}
}
