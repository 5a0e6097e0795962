package smarttravel.ingest.providers.observed;

import java.util.List;
import smarttravel.events.PriceObservation;
import smarttravel.events.RejectedRecord;

/**
 * What became of a page's offers: each is either an observation or a dead letter.
 *
 * @param accepted in the order of the page
 */
public record Observed(List<PriceObservation> accepted, List<RejectedRecord> refused) {
    public Observed {
        accepted = List.copyOf(accepted);
        refused = List.copyOf(refused);
    }
}
