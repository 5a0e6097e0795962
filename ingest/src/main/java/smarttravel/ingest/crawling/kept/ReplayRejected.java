package smarttravel.ingest.crawling.kept;

import java.util.Optional;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.crawling.ledger.PageOutcome;
import smarttravel.ingest.crawling.work.PagePublication;
import smarttravel.ingest.crawling.work.StrategyException;
import smarttravel.ingest.providers.Provider;

/**
 * Reads kept pages again with the strategies of today and publishes what they say now. Each observation is that of the
 * moment its page was fetched: what was published before is the same observation again.
 */
public final class ReplayRejected {
    private final PostgresKeptPages kept;
    private final CrawledProviders providers;
    private final PagePublication publication;

    public ReplayRejected(PostgresKeptPages kept, CrawledProviders providers, PagePublication publication) {
        this.kept = kept;
        this.providers = providers;
        this.publication = publication;
    }

    /**
     * What came of it.
     *
     * @param pages read again
     * @param mended of them, those of which nothing is refused any more
     * @param observations published, or held while the provider is in quarantine
     * @param refused offers that are refused still
     */
    public record Report(int pages, int mended, int observations, int refused) {
        private static final Report NOTHING = new Report(0, 0, 0, 0);

        private Report and(int mendedPage, int published, int stillRefused) {
            return new Report(pages + 1, mended + mendedPage, observations + published, refused + stillRefused);
        }
    }

    /** Reads the pages of one provider again, or of all. */
    public Report run(Optional<String> provider) {
        Report report = Report.NOTHING;
        for (long task : kept.tasks(provider)) {
            Optional<KeptPage> page = kept.find(task);
            Optional<Provider> known =
                    page.flatMap(found -> providers.find(found.task().provider()));
            if (page.isPresent() && known.isPresent()) {
                report = again(report, page.get(), known.get());
            }
        }
        return report;
    }

    private Report again(Report report, KeptPage page, Provider provider) {
        try {
            PageOutcome outcome = publication.publish(page.task(), provider, page.page());
            kept.settle(page.task().id(), outcome.keepFor());
            int refused = outcome.refused().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            return report.and(
                    outcome.keepFor().isEmpty() ? 1 : 0, outcome.observations().size(), refused);
        } catch (StrategyException e) {
            return report.and(0, 0, 0);
        }
    }
}
