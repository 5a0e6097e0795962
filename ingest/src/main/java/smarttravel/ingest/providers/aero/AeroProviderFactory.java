package smarttravel.ingest.providers.aero;

import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.ProviderStrategyFactory;

/** Makes {@code strategy: aero}. */
public final class AeroProviderFactory implements ProviderStrategyFactory {
    @Override
    public String name() {
        return "aero";
    }

    @Override
    public ProviderStrategy create(ProviderFile file) {
        return new AeroProvider(file);
    }
}
