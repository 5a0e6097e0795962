package smarttravel.ingest.fetching;

import java.net.URI;
import smarttravel.ingest.providers.ProviderFile;

/** Fetches one page, politely: waits for its turn at the host, obeys robots.txt, keeps to limits. */
public interface PageFetcher {
    /**
     * Fetches.
     *
     * @param provider whose manners hold
     * @param crawl cookies are kept within one
     */
    FetchOutcome fetch(ProviderFile provider, String crawl, URI address) throws InterruptedException;
}
