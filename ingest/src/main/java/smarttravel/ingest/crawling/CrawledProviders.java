package smarttravel.ingest.crawling;

import java.util.Collection;
import java.util.Optional;

/** Who is crawled at the moment. */
public interface CrawledProviders {
    /** The provider of that id. */
    Optional<CrawledProvider> find(String id);

    /** All of them. */
    Collection<CrawledProvider> all();
}
