package smarttravel.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smarttravel.api.paging.PageRequest;
import smarttravel.api.paging.Slice;
import smarttravel.api.quality.OfferPlace;
import smarttravel.api.quality.OfferQuality;
import smarttravel.api.quality.ProviderQuality;
import smarttravel.api.quality.Qualities;
import smarttravel.api.quality.QualityPart;
import smarttravel.api.quality.QualityQuery;
import smarttravel.api.quality.RatedOffer;

/** One provider's score, and that of whatever offer is asked for once there is one. */
final class QualitiesInMemory implements Qualities {
    static final QualityPart FULL = new QualityPart(QualityPart.Status.OK, 90.0, 12, 7);
    static final QualityPart UNKNOWN = new QualityPart(QualityPart.Status.INSUFFICIENT, null, 2, null);
    static final OfferQuality QUALITY = new OfferQuality(81.5, UNKNOWN, FULL, FULL, FULL, FULL);

    final List<QualityQuery> queries = new ArrayList<>();
    final List<Optional<LocalDate>> days = new ArrayList<>();

    /** Whether an offer's quality is known. */
    boolean isFilled;

    @Override
    public List<ProviderQuality> providers(Optional<LocalDate> until) {
        days.add(until);
        return List.of(
                new ProviderQuality("ola", LocalDate.of(2026, 7, 7), 88.0, FULL, FULL, FULL, UNKNOWN, FULL, FULL));
    }

    @Override
    public Slice<RatedOffer> offers(QualityQuery query, PageRequest page) {
        queries.add(query);
        RatedOffer offer = new RatedOffer(
                "ola", "A/1", "FLIGHT/EZE/CUN", "CUN", LocalDate.of(2026, 10, 1), OffersInMemory.SEEN, QUALITY);
        return new Slice<>(List.of(offer), Optional.empty());
    }

    @Override
    public Map<String, OfferQuality> of(List<OfferPlace> offers) {
        Map<String, OfferQuality> known = new HashMap<>();
        if (isFilled) {
            offers.forEach(offer -> known.put(offer.key(), QUALITY));
        }
        return known;
    }
}
