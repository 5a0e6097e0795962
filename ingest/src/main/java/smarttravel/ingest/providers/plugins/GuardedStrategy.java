package smarttravel.ingest.providers.plugins;

import java.util.List;
import java.util.Optional;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.ingest.providers.SupervisedStrategy;

/** A plug-in's strategy, asked only through its guard. */
final class GuardedStrategy implements SupervisedStrategy {
    private final String provider;
    private final ProviderStrategy strategy;
    private final PluginGuard guard;

    GuardedStrategy(String provider, ProviderStrategy strategy, PluginGuard guard) {
        this.provider = provider;
        this.strategy = strategy;
        this.guard = guard;
    }

    @Override
    public List<PageRequest> begin(SearchCriteria criteria) {
        // copied on the plug-in's thread: even going through a list of the plug-in's is a call into it
        return guard.call("begin of " + provider, () -> List.copyOf(strategy.begin(criteria)));
    }

    @Override
    public PageReading read(Page page, PageRequest request) {
        return guard.call("read of " + provider, () -> strategy.read(page, request));
    }

    @Override
    public Optional<String> stopped() {
        return guard.stopped();
    }
}
