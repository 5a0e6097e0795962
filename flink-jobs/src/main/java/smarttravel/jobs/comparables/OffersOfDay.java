package smarttravel.jobs.comparables;

import java.util.HashMap;
import java.util.Map;

/** The offers of one holiday that depart on one day, by key. */
public record OffersOfDay(Map<String, ComparableOffer> offers) {
    static final OffersOfDay NONE = new OffersOfDay(Map.of());

    /** With an offer as it stands now. */
    OffersOfDay with(ComparableOffer offer) {
        Map<String, ComparableOffer> next = new HashMap<>(offers);
        next.merge(offer.key(), offer, (before, now) -> now.at(before));
        return new OffersOfDay(next);
    }
}
