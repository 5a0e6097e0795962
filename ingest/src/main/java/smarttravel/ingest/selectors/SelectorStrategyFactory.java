package smarttravel.ingest.selectors;

import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.ProviderStrategyFactory;

/** The strategy {@code selectors}: a provider that needs no code of its own. */
public final class SelectorStrategyFactory implements ProviderStrategyFactory {
    @Override
    public String name() {
        return "selectors";
    }

    @Override
    public ProviderStrategy create(ProviderFile file) {
        return new SelectorStrategy(file);
    }
}
