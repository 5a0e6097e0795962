package smarttravel.api.offers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;

/** Finds offers by what they are. */
public interface OfferSearch {
    /** One page of the offers that fit; the order is total, so that pages neither repeat nor skip what did not change. */
    Slice<Offer> search(OfferQuery query, PageRequest page);

    /** The offer of that identity. */
    Optional<Offer> find(OfferKey key);

    /** Those of the named offers that are of an offer's kind, go where it goes and depart at most a day off it. */
    List<Offer> near(Offer offer, Collection<OfferKey> named);
}
