package smarttravel.ingest.crawling.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.providers.PageRequest;

/**
 * What came of a page whose observations are in Kafka.
 *
 * @param refused count by reason
 * @param follow further pages of the same crawl
 * @param keepFor why the page is kept to be read again
 */
public record PageOutcome(
        List<PriceObservation> observations,
        Map<String, Integer> refused,
        List<PageRequest> follow,
        Optional<String> keepFor) {
    public PageOutcome {
        observations = List.copyOf(observations);
        refused = Map.copyOf(refused);
        follow = List.copyOf(follow);
    }
}
