package smarttravel.ingest.providers.ola;

import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.ProviderStrategyFactory;

/** Makes {@code strategy: ola}. */
public final class OlaProviderFactory implements ProviderStrategyFactory {
    @Override
    public String name() {
        return "ola";
    }

    @Override
    public ProviderStrategy create(ProviderFile file) {
        return new OlaProvider(file);
    }
}
