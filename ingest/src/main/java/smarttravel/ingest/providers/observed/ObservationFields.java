package smarttravel.ingest.providers.observed;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.events.ObservationField;
import smarttravel.ingest.offers.OfferField;

/** Which field of an observation an offer's field becomes: the one of the same name, but for three. */
public final class ObservationFields {
    private static final Map<OfferField, ObservationField> FIELDS = fields();

    private ObservationFields() {}

    /** The observation's field; {@code null} when observations have none such. */
    public static @Nullable ObservationField of(OfferField field) {
        return FIELDS.get(field);
    }

    private static Map<OfferField, ObservationField> fields() {
        Map<OfferField, ObservationField> fields = new EnumMap<>(OfferField.class);
        for (OfferField field : OfferField.values()) {
            ObservationField same = ObservationField.named(field.jsonName());
            if (same != null) {
                fields.put(field, same);
            }
        }
        fields.put(OfferField.PRICE, ObservationField.AMOUNT);
        fields.put(OfferField.LIST_PRICE, ObservationField.LIST_AMOUNT);
        fields.put(OfferField.REVIEW_COUNT, ObservationField.REVIEWS);
        return fields;
    }
}
