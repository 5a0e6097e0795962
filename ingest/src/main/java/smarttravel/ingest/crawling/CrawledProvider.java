package smarttravel.ingest.crawling;

import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategy;

/** A provider that is crawled: what its file says, and how it is asked and read. */
public record CrawledProvider(ProviderFile file, ProviderStrategy strategy) {
    /** The observations' {@code provider}. */
    public String id() {
        return file.id();
    }
}
