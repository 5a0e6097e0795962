package smarttravel.ingest.crawling.ledger;

import java.util.List;
import java.util.Optional;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.SearchCriteria;

/**
 * A crawl that is about to begin.
 *
 * @param request the row of {@code crawl_requests} that it answers
 * @param priority the lowest goes first
 * @param pages what it begins with
 */
public record NewCrawl(
        String provider,
        SearchCriteria criteria,
        Reason reason,
        Optional<Long> request,
        Lane lane,
        int priority,
        List<PageRequest> pages) {

    /** Why a provider is crawled. */
    public enum Reason {
        PLAN,
        SEARCH,
        MANUAL
    }

    public NewCrawl {
        pages = List.copyOf(pages);
    }
}
