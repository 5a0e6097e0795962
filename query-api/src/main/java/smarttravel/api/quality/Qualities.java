package smarttravel.api.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;

/** How good providers' data and offers are. */
public interface Qualities {
    /** Every provider on its last day until a day, by name. */
    List<ProviderQuality> providers(Optional<LocalDate> until);

    /** One page of the offers that fit, the best first; those without a score are last. */
    Slice<RatedOffer> offers(QualityQuery query, PageRequest page);

    /** The quality of some offers, by {@link OfferPlace#key}; what is not known is left out. */
    Map<String, OfferQuality> of(List<OfferPlace> offers);
}
