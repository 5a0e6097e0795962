package smarttravel.ingest.providers;

import java.util.List;
import smarttravel.ingest.pages.Page;

/**
 * How one provider is asked and understood. A strategy never fetches: it says which pages to fetch and reads them, so that
 * fetching is polite, shared, limited and repeatable in one place, and a kept page can be read again by a better strategy.
 *
 * <p>Found by {@link java.util.ServiceLoader} through {@link ProviderStrategyFactory} when it comes in a jar of its own.
 * Must be safe for use by several threads.
 */
public interface ProviderStrategy {
    /** The pages a search begins with; empty when the provider cannot serve such criteria. */
    List<PageRequest> begin(SearchCriteria criteria);

    /** What a page says. Never throws for what the page holds. */
    PageReading read(Page page, PageRequest request);
}
