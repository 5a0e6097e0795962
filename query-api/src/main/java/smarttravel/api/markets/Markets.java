package smarttravel.api.markets;

import java.util.List;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;

/** Which markets there are and what they cost day by day. */
public interface Markets {
    /** One page of the markets that fit, by name. */
    Slice<MarketListing> list(MarketSelection selection, PageRequest page);

    /** One page of a market's days, the oldest first. */
    Slice<MarketDay> days(String market, Days days, PageRequest page);

    /** What a market costs by days before departure, the nearest first; empty when nothing is known. */
    List<MarketMetrics.AtLead> metrics(String market);

    /** Whether the market was ever observed. */
    boolean exists(String market);
}
