package smarttravel.ingest.crawling.plan;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.crawling.ledger.PostgresCrawls;
import smarttravel.ingest.crawling.ledger.PostgresOutbox;

/** What the scheduling process does. */
public final class Chores {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    /** A record is in hand for a minute at most; what was published longer ago and has not ended is lost. */
    private static final Duration LOST = Duration.ofMinutes(2);

    private static final int FEW = 10;

    private final CrawledProviders providers;
    private final Planner planner;
    private final PostgresCrawls crawls;
    private final PostgresOutbox outbox;
    private final NextTasks nextTasks;
    private final Runnable trimKeptPages;
    private final PostgresForgetting forgetting;

    /**
     * Over the stores.
     *
     * @param trimKeptPages lets go pages that were kept too long
     */
    public Chores(
            CrawledProviders providers,
            PostgresPlanning planning,
            PostgresCrawls crawls,
            PostgresOutbox outbox,
            Runnable trimKeptPages,
            Clock clock) {
        this.providers = providers;
        this.planner = new Planner(providers, planning.plans(), crawls, planning.requests(), clock);
        this.crawls = crawls;
        this.outbox = outbox;
        this.nextTasks = new NextTasks(outbox, clock);
        this.trimKeptPages = trimKeptPages;
        this.forgetting = planning.forgetting();
    }

    List<Chore> list() {
        return List.of(
                new Chore("Taking crawl requests", Duration.ZERO, planner::takeRequests),
                new Chore("Refreshing plans", Duration.ofSeconds(30), planner::refreshPlans),
                new Chore("Beginning crawls", Duration.ofSeconds(1), planner::beginDue),
                new Chore("Publishing tasks", Duration.ZERO, this::publishDue),
                new Chore("Closing crawls", Duration.ZERO, crawls::closeFinished),
                new Chore("Looking for lost tasks", Duration.ofSeconds(10), this::takeBackLost),
                new Chore("Trimming kept pages", Duration.ofMinutes(5), trimKeptPages),
                new Chore("Forgetting what is old", Duration.ofHours(1), forgetting::forgetOld));
    }

    private void publishDue() {
        for (String provider : outbox.providersWithDueTasks()) {
            // those of a provider that is gone are published too, to be given up
            providers.find(provider).ifPresentOrElse(nextTasks::publish, () -> outbox.publishDue(provider, FEW));
        }
    }

    private void takeBackLost() {
        int lost = outbox.takeBackLost(LOST);
        if (lost > 0) {
            LOG.warn("{} tasks were lost on their way and are published again", lost);
        }
    }
}
