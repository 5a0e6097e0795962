package smarttravel.api.comparables;

import smarttravel.api.offers.Offer;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;

/** Knows which offers are the same holiday, and what analysts decided on that. */
public interface Peers {
    /** Those of an offer; the offer alone when it was not compared with any. */
    PeerGroup of(Offer offer);

    /** One page of what was decided, by place and listings. */
    Slice<Decision> decisions(PageRequest page);
}
