package smarttravel.ingest.providers;

import java.util.Optional;

/** A strategy that may be stopped for good because it does harm: every call throws {@link StrategyFailedException} then. */
public interface SupervisedStrategy extends ProviderStrategy {
    /** Why it was stopped; empty while it works. */
    Optional<String> stopped();
}
