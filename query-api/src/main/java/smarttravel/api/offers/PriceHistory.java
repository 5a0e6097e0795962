package smarttravel.api.offers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;

/** What offers cost before. */
public interface PriceHistory {
    /** One page of an offer's observations, the oldest first, late and quarantined ones included. */
    Slice<PricePoint> prices(OfferKey offer, PageRequest page);

    /** An offer's latest prices that came in time, the newest first. */
    List<PricePoint> latest(OfferKey offer, int count);

    /** What each of these offers cost since it is quoted in its present currency; offers without a price are left out. */
    List<PriceSummary> summaries(Collection<OfferKey> offers);

    /** Where an offer's latest price stands in the market it is of; empty when it has no plausible price in USD. */
    Optional<MarketStanding> standing(OfferKey offer, String market);
}
