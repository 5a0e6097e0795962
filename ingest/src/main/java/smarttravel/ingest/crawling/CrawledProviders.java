package smarttravel.ingest.crawling;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import smarttravel.ingest.providers.Provider;
import smarttravel.ingest.providers.Providers;

/** Who is crawled at the moment. */
@FunctionalInterface
public interface CrawledProviders {
    /** All of them. */
    Collection<Provider> all();

    /** The provider of that id. */
    default Optional<Provider> find(String id) {
        return all().stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    /** Those that were read last. */
    static CrawledProviders of(Supplier<Providers> read) {
        return () -> read.get().all();
    }

    /** These. */
    static CrawledProviders of(Provider... providers) {
        List<Provider> all = List.of(providers);
        return () -> all;
    }
}
