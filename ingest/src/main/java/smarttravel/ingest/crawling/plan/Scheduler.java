package smarttravel.ingest.crawling.plan;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.crawling.Stop;

/**
 * The thread that schedules when this process leads, and otherwise waits to take over.
 *
 * <p>Whatever it does may be done by two processes at once without harm: one that was paused may wake up and finish what it
 * was at after another has taken over.
 */
public final class Scheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration LAST_CHORE = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(100);

    private final PostgresLeadership leadership;
    private final List<Chore> chores;
    private final Stop stop;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "scheduler");
    private boolean leading;

    Scheduler(PostgresLeadership leadership, List<Chore> chores, Stop stop, Clock clock) {
        this.leadership = leadership;
        this.chores = List.copyOf(chores);
        this.stop = stop;
        this.clock = clock;
    }

    /** Starts the thread. */
    public static Scheduler start(PostgresLeadership leadership, Chores chores, Stop stop, Clock clock) {
        Scheduler scheduler = new Scheduler(leadership, chores.list(), stop, clock);
        scheduler.thread.setDaemon(true);
        scheduler.thread.start();
        return scheduler;
    }

    private void run() {
        try {
            while (!stop.isAskedFor()) {
                if (leads()) {
                    chores.forEach(chore -> chore.doIfDue(clock.instant()));
                    stop.await(TICK);
                } else {
                    stop.await(BETWEEN_LOOKS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean leads() {
        boolean leads = leadership.lead();
        if (leads != leading) {
            LOG.info(leads ? "This process schedules" : "Another process schedules");
            leading = leads;
        }
        return leads;
    }

    @Override
    public void close() {
        stop.ask();
        try {
            thread.join(LAST_CHORE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
