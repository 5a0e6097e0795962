package smarttravel.ingest.crawling.plan;

import java.time.Clock;
import java.time.Duration;
import smarttravel.ingest.crawling.ledger.PostgresOutbox;
import smarttravel.ingest.providers.Provider;
import smarttravel.ingest.providers.ProviderFile.Manners;

/** Publishes as many of a provider's tasks as its manners let begin soon; none in its quiet hours. */
public final class NextTasks {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int PER_PAGE_WITHOUT_DELAY = 4;
    private static final int MOST = 100;

    private final PostgresOutbox outbox;
    private final Clock clock;

    public NextTasks(PostgresOutbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Publishes them, if any are due. */
    public void publish(Provider provider) {
        boolean quiet = QuietHours.of(provider.file().schedule()).include(clock.instant());
        if (!quiet) {
            outbox.publishDue(provider.id(), window(provider.file().manners()));
        }
    }

    /** Pages in flight at once and those that can begin soon after. */
    static int window(Manners manners) {
        long delay = manners.delay().toMillis();
        long soon = delay == 0
                ? (long) manners.concurrency() * (PER_PAGE_WITHOUT_DELAY - 1)
                : Math.min(SOON.toMillis() / delay, (long) manners.concurrency() * (PER_PAGE_WITHOUT_DELAY - 1));
        return (int) Math.max(1, Math.min(MOST, manners.concurrency() + soon));
    }
}
