package smarttravel.api.offers;

import java.util.Optional;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;

/** Finds offers by what they are. */
public interface OfferSearch {
    /** One page of the offers that fit; the order is total, so that pages neither repeat nor skip what did not change. */
    Slice<Offer> search(OfferQuery query, PageRequest page);

    /** The offer of that identity. */
    Optional<Offer> find(OfferKey key);
}
