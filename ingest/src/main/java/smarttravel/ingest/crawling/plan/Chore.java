package smarttravel.ingest.crawling.plan;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that the scheduling process does now and then; when it fails, it is tried again the next time. */
final class Chore {
    private static final Logger LOG = LoggerFactory.getLogger(Chore.class);

    private final String name;
    private final Duration every;
    private final Runnable work;
    private Instant next = Instant.MIN;

    Chore(String name, Duration every, Runnable work) {
        this.name = name;
        this.every = every;
        this.work = work;
    }

    /** Does it if it is time to. */
    void doIfDue(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(every);
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            // The thread must live: it holds the lock without which no other process schedules.
            LOG.warn("{} failed", name, e);
        }
    }
}
