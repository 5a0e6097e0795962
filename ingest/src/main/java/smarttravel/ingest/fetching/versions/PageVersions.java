package smarttravel.ingest.fetching.versions;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the last version of pages. May forget any of them at any time. */
public interface PageVersions {
    /** The version that is kept. */
    Optional<PageVersion> find(URI address);

    /** Keeps a version in place of an older one, unless it is too large. */
    void keep(PageVersion version);

    /** The kept version was right at that time too. */
    void confirm(URI address, Instant at);

    /** Forgets it. */
    void forget(URI address);

    /** One for a process that ends soon: it never forgets. */
    static PageVersions inMemory() {
        Map<URI, PageVersion> versions = new ConcurrentHashMap<>();
        return new PageVersions() {
            @Override
            public Optional<PageVersion> find(URI address) {
                return Optional.ofNullable(versions.get(address));
            }

            @Override
            public void keep(PageVersion version) {
                versions.put(version.address(), version);
            }

            @Override
            public void confirm(URI address, Instant at) {}

            @Override
            public void forget(URI address) {
                versions.remove(address);
            }
        };
    }
}
