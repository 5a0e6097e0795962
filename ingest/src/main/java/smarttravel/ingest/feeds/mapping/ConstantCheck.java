package smarttravel.ingest.feeds.mapping;

import java.time.Instant;
import java.util.Map;
import smarttravel.events.ObservationDraft;
import smarttravel.events.ObservationField;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.ingest.yaml.Place;

/** Tells before the first row that a text written in a mapping would make every row refused. */
final class ConstantCheck {
    private static final Instant LATER_THAN_ANY = Instant.parse("2100-01-01T00:00:00Z");
    private static final Map<ObservationField, String> SOUND = Map.of(
            ObservationField.PROVIDER, "provider",
            ObservationField.OFFER_ID, "offer",
            ObservationField.KIND, "FLIGHT",
            ObservationField.DESTINATION, "MAD",
            ObservationField.DEPARTURE, "2026-01-01",
            ObservationField.AMOUNT, "1",
            ObservationField.CURRENCY, "EUR",
            ObservationField.OBSERVED_AT, "2026-01-01T00:00:00Z");

    private ConstantCheck() {}

    /** Complains when no observation can have this text in this field. */
    static void check(ObservationField field, String text, Place place) {
        ObservationDraft draft = new ObservationDraft();
        SOUND.forEach(draft::put);
        draft.put(field, text);
        try {
            draft.build(LATER_THAN_ANY);
        } catch (RejectedException e) {
            throw place.complaint(e.rejection().message());
        }
    }
}
