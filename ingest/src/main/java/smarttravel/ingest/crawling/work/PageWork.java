package smarttravel.ingest.crawling.work;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import smarttravel.ingest.crawling.ledger.CrawlTask;
import smarttravel.ingest.crawling.ledger.FetchedPage;
import smarttravel.ingest.crawling.ledger.PageOutcome;
import smarttravel.ingest.crawling.ledger.PostgresFetchedPages;
import smarttravel.ingest.crawling.ledger.PostgresLedger;
import smarttravel.ingest.fetching.FetchOutcome;
import smarttravel.ingest.fetching.FetchOutcome.Reason;
import smarttravel.ingest.fetching.PageFetcher;
import smarttravel.ingest.providers.Provider;

/**
 * Fetches a task's page unless it was fetched already, has it read and published, and settles the task.
 *
 * <p>What came is stored before anything is made of it: when this process is killed, the next one reads the same bytes with
 * the same moment, so that the observations are the same ones.
 */
final class PageWork {
    static final int MOST_ATTEMPTS = 4;

    /** What is no attempt: the site was never asked. */
    private static final Set<Reason> NOT_ASKED = EnumSet.of(Reason.CIRCUIT_OPEN, Reason.HOST_BUSY);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private final PageFetcher fetcher;
    private final PostgresFetchedPages pages;
    private final PostgresLedger ledger;
    private final PagePublication publication;
    private final Burial burial;
    private final MeterRegistry meters;
    private final Clock clock;

    PageWork(
            PageFetcher fetcher,
            PostgresFetchedPages pages,
            PostgresLedger ledger,
            PagePublication publication,
            Burial burial,
            MeterRegistry meters,
            Clock clock) {
        this.fetcher = fetcher;
        this.pages = pages;
        this.ledger = ledger;
        this.publication = publication;
        this.burial = burial;
        this.meters = meters;
        this.clock = clock;
    }

    void work(CrawlTask task, Provider provider) throws InterruptedException {
        Optional<FetchedPage> stored = pages.find(task.id());
        Optional<FetchedPage> page = stored.isPresent() ? stored : fetch(task, provider);
        if (page.isPresent()) {
            publish(task, provider, page.get());
        }
    }

    private Optional<FetchedPage> fetch(CrawlTask task, Provider provider) throws InterruptedException {
        FetchOutcome outcome = fetcher.fetch(
                provider.file(), String.valueOf(task.crawl()), task.page().address());
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            Instant at = fetched.fetchedAt().truncatedTo(ChronoUnit.MILLIS);
            FetchedPage page = new FetchedPage(fetched.address(), fetched.contentType(), fetched.body(), at);
            pages.store(task, page);
            return Optional.of(page);
        }
        if (outcome instanceof FetchOutcome.Refused refused) {
            burial.bury(task, code(refused.reason()), refused.message());
        } else if (outcome instanceof FetchOutcome.Unavailable unavailable) {
            missed(task, unavailable);
        }
        return Optional.empty();
    }

    private void missed(CrawlTask task, FetchOutcome.Unavailable unavailable) {
        int attempts = NOT_ASKED.contains(unavailable.reason()) ? task.attempts() : task.attempts() + 1;
        String error = code(unavailable.reason()) + ": " + unavailable.message();
        if (attempts >= MOST_ATTEMPTS) {
            burial.bury(task.withAttempts(attempts), code(unavailable.reason()), unavailable.message());
            return;
        }
        Instant soonest = clock.instant().plus(SHORTEST_PAUSE);
        Instant notBefore = unavailable.notBefore().isAfter(soonest) ? unavailable.notBefore() : soonest;
        ledger.putBack(task, notBefore, attempts, error);
        count("crawl.tasks.put.back", task);
    }

    private void publish(CrawlTask task, Provider provider, FetchedPage page) {
        try {
            PageOutcome outcome = publication.publish(task, provider, page);
            ledger.done(task, outcome);
            count("crawl.tasks.done", task);
        } catch (StrategyException e) {
            burial.bury(task, "strategy-failed", e.getMessage());
        }
    }

    private void count(String meter, CrawlTask task) {
        meters.counter(meter, "provider", task.provider()).increment();
    }

    private static String code(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
