package velero;

import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.ProviderStrategyFactory;

/** What META-INF/services names: makes the strategy that a provider's file calls {@code velero}. */
public final class VeleroFactory implements ProviderStrategyFactory {
    @Override
    public String name() {
        return "velero";
    }

    @Override
    public ProviderStrategy create(ProviderFile file) {
        return new VeleroStrategy(file);
    }
}
