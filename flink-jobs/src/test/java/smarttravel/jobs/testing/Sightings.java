package smarttravel.jobs.testing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import smarttravel.events.ObservationDraft;
import smarttravel.events.ObservationField;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.order.OfferLife;
import smarttravel.jobs.order.OrderedObservation;
import smarttravel.jobs.source.ReceivedObservation;

/** Observations of one made-up offer, and the shapes they take on their way through the jobs. */
public final class Sightings {
    /** When the offer is seen first. */
    public static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    private Sightings() {}

    /** Only what every observation must have. */
    public static ObservationDraft draft(Duration sinceStart) {
        return new ObservationDraft()
                .put(ObservationField.PROVIDER, "acme")
                .put(ObservationField.OFFER_ID, "EZE-MIA-1")
                .put(ObservationField.KIND, "FLIGHT")
                .put(ObservationField.ORIGIN, "EZE")
                .put(ObservationField.DESTINATION, "MIA")
                .put(ObservationField.DEPARTURE, "2026-06-15")
                .put(ObservationField.AMOUNT, "100.00")
                .put(ObservationField.CURRENCY, "USD")
                .put(ObservationField.OBSERVED_AT, START.plus(sinceStart).toString());
    }

    /** The offer at a price. */
    public static PriceObservation priced(Duration sinceStart, String amount) {
        return build(draft(sinceStart).put(ObservationField.AMOUNT, amount));
    }

    /** The offer without a price. */
    public static PriceObservation soldOut(Duration sinceStart) {
        return build(draft(sinceStart)
                .put(ObservationField.AVAILABILITY, "SOLD_OUT")
                .put(ObservationField.AMOUNT, null)
                .put(ObservationField.CURRENCY, null)
                .put(ObservationField.ORIGIN, "EZE"));
    }

    /** A hotel of which every field is known. */
    public static PriceObservation complete() {
        return build(draft(Duration.ZERO)
                .put(ObservationField.KIND, "HOTEL")
                .put(ObservationField.NAME, "Mar Azul, 7 noches")
                .put(ObservationField.COUNTRY, "US")
                .put(ObservationField.HOTEL, "Mar Azul")
                .put(ObservationField.STARS, "4.5")
                .put(ObservationField.BOARD, "AI")
                .put(ObservationField.BOARD_TEXT, "Todo incluido")
                .put(ObservationField.NIGHTS, "7")
                .put(ObservationField.OCCUPANCY, "2")
                .put(ObservationField.BASIS, "TOTAL")
                .put(ObservationField.LIST_AMOUNT, "1499.99")
                .put(ObservationField.TAXES_INCLUDED, "true")
                .put(ObservationField.SEATS_LEFT, "4")
                .put(ObservationField.RATING, "8.7")
                .put(ObservationField.REVIEWS, "321")
                .put(ObservationField.URL, "https://acme.example/1")
                .put(ObservationField.FETCH_ID, "fetch-1"));
    }

    /** Checks and builds a draft, received when it was observed. */
    public static PriceObservation build(ObservationDraft draft) {
        @Nullable String at = draft.text(ObservationField.OBSERVED_AT);
        return draft.build(Instant.parse(String.valueOf(at)));
    }

    /** As it came off partition 3 of the topic. */
    public static ReceivedObservation received(PriceObservation seen, long offset) {
        return new ReceivedObservation(
                seen.key(), seen, 3, offset, seen.observedAt().plusSeconds(2));
    }

    /** As one that came in time. */
    public static OrderedObservation onTime(PriceObservation seen) {
        return OrderedObservation.of(received(seen, 7), OfferLife.begin(seen), false);
    }

    /** As one that came after a newer one. */
    public static OrderedObservation late(PriceObservation seen) {
        return OrderedObservation.of(received(seen, 7), OfferLife.begin(seen), true);
    }

    /** As one that came in time and of which the drop rule says nothing. */
    public static JudgedObservation ordinary(PriceObservation seen) {
        return JudgedObservation.unremarkable(onTime(seen), 0);
    }
}
