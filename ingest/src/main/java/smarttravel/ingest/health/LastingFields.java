package smarttravel.ingest.health;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.offers.OfferField;

/** Optional fields that an offer keeps once it has them; a list price or the seats left may go any day. */
final class LastingFields {
    /** How many offers must have had a field, and none have it now. */
    private static final int FEWEST = 3;

    private LastingFields() {}

    /** Those that an offer has. */
    static Set<OfferField> of(PriceObservation seen) {
        Set<OfferField> fields = EnumSet.noneOf(OfferField.class);
        add(fields, OfferField.NAME, seen.name());
        add(fields, OfferField.HOTEL, seen.hotel());
        add(fields, OfferField.STARS, seen.stars());
        add(fields, OfferField.RATING, seen.rating());
        add(fields, OfferField.REVIEW_COUNT, seen.reviews());
        add(fields, OfferField.BOARD, seen.board());
        add(fields, OfferField.NIGHTS, seen.nights());
        add(fields, OfferField.ORIGIN, seen.origin());
        return fields;
    }

    private static void add(Set<OfferField> fields, OfferField field, @Nullable Object value) {
        if (value != null) {
            fields.add(field);
        }
    }

    /**
     * What all of a page's offers have lost.
     *
     * @param before what each offer had, by its id; none for an offer that is new
     */
    static Optional<OfferField> lost(List<PriceObservation> observations, Map<String, Set<OfferField>> before) {
        for (OfferField field : OfferField.values()) {
            List<PriceObservation> had = observations.stream()
                    .filter(seen ->
                            before.getOrDefault(seen.offerId(), Set.of()).contains(field))
                    .toList();
            if (had.size() >= FEWEST && had.stream().noneMatch(seen -> of(seen).contains(field))) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
