package smarttravel.api.offers;

import java.util.Collection;
import java.util.List;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;

/** What offers cost before. */
public interface PriceHistory {
    /** One page of an offer's observations, the oldest first, late and quarantined ones included. */
    Slice<PricePoint> prices(OfferKey offer, PageRequest page);

    /** An offer's latest prices that came in time, the newest first. */
    List<PricePoint> latest(OfferKey offer, int count);

    /** What each of these offers cost, one summary per offer and currency; offers without a price are left out. */
    List<PriceSummary> summaries(Collection<OfferKey> offers);
}
