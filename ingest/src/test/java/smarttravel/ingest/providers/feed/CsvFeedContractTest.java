package smarttravel.ingest.providers.feed;

import java.io.IOException;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderContract;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategyFactory;

class CsvFeedContractTest extends ProviderContract {
    @Override
    protected ProviderStrategyFactory factory() {
        return new FeedStrategyFactory();
    }

    @Override
    protected ProviderFile provider() throws IOException {
        return yaml(FeedExamples.SOL);
    }

    @Override
    protected Sample sample() {
        return Sample.of("https://feeds.sol.example/offers.csv", PageRole.FEED, FeedExamples.SOL_ROWS);
    }
}
