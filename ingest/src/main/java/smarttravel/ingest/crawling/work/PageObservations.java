package smarttravel.ingest.crawling.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import smarttravel.events.PriceObservation;
import smarttravel.events.RejectedRecord;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.ProviderFile;

/** Makes observations of what was read from a page. The same page gives the same observations. */
@FunctionalInterface
public interface PageObservations {
    /**
     * Converts.
     *
     * @param fetchedAt the observations' {@code observedAt}
     * @param fetchId of the observations
     */
    Observed observe(
            ProviderFile provider, PageRequest request, PageReading reading, Instant fetchedAt, String fetchId);

    /**
     * What was made of a page.
     *
     * @param rejected a dead letter for everything that was refused
     * @param refused count by reason
     */
    record Observed(
            List<PriceObservation> observations, List<RejectedRecord> rejected, Map<String, Integer> refused) {
        public Observed {
            observations = List.copyOf(observations);
            rejected = List.copyOf(rejected);
            refused = Map.copyOf(refused);
        }
    }
}
