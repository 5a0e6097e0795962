package smarttravel.ingest.structured;

import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.ProviderStrategyFactory;

/** Makes the strategy of providers whose pages say to machines what they sell: {@code strategy: schema-org}. */
public final class SchemaOrgStrategyFactory implements ProviderStrategyFactory {
    @Override
    public String name() {
        return "schema-org";
    }

    /** A strategy; complains about start pages with placeholders that criteria do not know. */
    @Override
    public ProviderStrategy create(ProviderFile file) {
        return new SchemaOrgStrategy(file);
    }
}
