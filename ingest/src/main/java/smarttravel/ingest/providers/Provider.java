package smarttravel.ingest.providers;

import java.util.Optional;

/**
 * A provider that can be asked.
 *
 * @param source of the strategy, as {@link OfferedStrategy#source}
 */
public record Provider(ProviderFile file, ProviderStrategy strategy, String source) {
    /** Its id, as in its observations. */
    public String id() {
        return file.id();
    }

    /** Why its strategy was stopped; empty while it works. */
    public Optional<String> stopped() {
        return strategy instanceof SupervisedStrategy supervised ? supervised.stopped() : Optional.empty();
    }
}
