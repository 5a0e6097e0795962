package smarttravel.events;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.events.Rejection.RejectedException;

class ObservationDraftTest {
    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");

    private final ObservationDraft draft = new ObservationDraft()
            .put(ObservationField.PROVIDER, "ola")
            .put(ObservationField.OFFER_ID, "7")
            .put(ObservationField.KIND, "PACKAGE")
            .put(ObservationField.DESTINATION, "CUN")
            .put(ObservationField.DEPARTURE, "2027-01-15")
            .put(ObservationField.AMOUNT, "99.50")
            .put(ObservationField.CURRENCY, "EUR")
            .put(ObservationField.OBSERVED_AT, "2026-07-07T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "provider ! Ola ! bad-field",
                "provider ! -ola ! bad-field",
                "provider ! ola/x ! bad-field",
                "kind ! TRAIN ! bad-field",
                "kind ! flight ! bad-field",
                "origin ! EZ ! bad-field",
                "destination ! cun ! bad-field",
                "destination ! ÑÑÑ ! bad-field",
                "country ! MEX ! bad-field",
                "stars ! 0 ! bad-field",
                "stars ! 7.5 ! bad-field",
                "stars ! NaN ! bad-field",
                "board ! XX ! bad-field",
                "nights ! 0 ! bad-field",
                "nights ! 366 ! bad-field",
                "nights ! 7.0 ! bad-field",
                "nights ! +7 ! bad-field",
                "nights ! ٧ ! bad-field",
                "nights ! 99999999999 ! bad-field",
                "departure ! 2026-02-30 ! bad-date",
                "departure ! 2027-1-5 ! bad-date",
                "departure ! 1999-12-31 ! bad-date",
                "departure ! 2100-01-01 ! bad-date",
                "departure ! +10000-01-01 ! bad-date",
                "occupancy ! 0 ! bad-field",
                "occupancy ! 100 ! bad-field",
                "basis ! EACH ! bad-field",
                "amount ! -1 ! amount-not-positive",
                "amount ! 0.0000 ! amount-not-positive",
                "amount ! NaN ! bad-amount",
                "amount ! 1e400 ! bad-amount",
                "amount ! 12,5 ! bad-amount",
                "amount ! 1.23456 ! bad-amount",
                "amount ! .5 ! bad-amount",
                "amount ! 100000000000.01 ! amount-out-of-range",
                "currency ! ZZZ ! unknown-currency",
                "currency ! eur ! unknown-currency",
                "currency ! XTS ! unknown-currency",
                "listAmount ! 0 ! amount-not-positive",
                "taxesIncluded ! yes ! bad-field",
                "availability ! GONE ! bad-field",
                "seatsLeft ! -1 ! bad-field",
                "rating ! 0 ! bad-field",
                "reviews ! 1.5 ! bad-field",
                "observedAt ! 2026-07-07 ! bad-date",
                "observedAt ! 2026-02-30T00:00:00Z ! bad-date",
                "observedAt ! 2026-07-07T25:00:00Z ! bad-date",
                "observedAt ! 2026-08-01T01:00:00.001Z ! future-observation"
            })
    void aWrongFieldIsRefusedByNameValueAndReason(String field, String text, String reason) {
        draft.put(requireNonNull(ObservationField.named(field)), text);

        Rejection refusal = refusal();

        assertThat(refusal.reason().code()).isEqualTo(reason);
        assertThat(refusal.message()).startsWith(field + " '" + text + "' ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"provider", "offerId", "kind", "destination", "departure", "amount", "currency", "observedAt"})
    void aMandatoryFieldMustBeThere(String field) {
        draft.put(requireNonNull(ObservationField.named(field)), "  ");

        assertThat(refusal()).isEqualTo(new Rejection(RejectReason.MISSING_FIELD, field + " is missing"));
    }

    @ParameterizedTest
    @CsvSource({"name, 512", "offerId, 512", "hotel, 512", "boardText, 512", "fetchId, 512", "url, 2048"})
    void textsAreBounded(String name, int longest) {
        ObservationField field = requireNonNull(ObservationField.named(name));
        draft.put(field, "x".repeat(longest)).build(NOW);
        draft.put(field, "x".repeat(longest + 1));

        assertThat(refusal().reason()).isEqualTo(RejectReason.FIELD_TOO_LONG);
    }

    @Test
    void halfASurrogatePairIsNoText() {
        draft.put(ObservationField.NAME, "a\ud83c");

        assertThat(refusal()).isEqualTo(new Rejection(RejectReason.BAD_FIELD, "name holds half a surrogate pair"));
        draft.put(ObservationField.NAME, "\ud83c\udfd6").build(NOW);
    }

    @Test
    void anOfferIdHoldsNoControlCharacters() {
        draft.put(ObservationField.OFFER_ID, "a\nb");

        assertThat(refusal().reason()).isEqualTo(RejectReason.BAD_FIELD);
    }

    @Test
    void aSoldOutOfferHasNoAmountWhateverIsSaid() {
        PriceObservation seen =
                draft.put(ObservationField.AVAILABILITY, "SOLD_OUT").build(NOW);

        assertThat(seen.amount()).isNull();
        assertThat(draft.put(ObservationField.AMOUNT, null)
                        .put(ObservationField.CURRENCY, null)
                        .build(NOW)
                        .currency())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"99.50, 99.50", "1.200000, 1.2", "100000000000, 100000000000", "0.0001, 0.0001"})
    void amountsAreExact(String text, String amount) {
        PriceObservation seen = draft.put(ObservationField.AMOUNT, text).build(NOW);

        assertThat(requireNonNull(seen.amount()).toPlainString()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-07T10:00:00-03:00, 2026-07-07T13:00:00Z",
        "2026-07-07T10:00:00.123456Z, 2026-07-07T10:00:00.123Z",
        "2026-08-01T01:00:00Z, 2026-08-01T01:00:00Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z"
    })
    void instantsAreReadToTheMillisecond(String text, Instant at) {
        assertThat(draft.put(ObservationField.OBSERVED_AT, text).build(NOW).observedAt())
                .isEqualTo(at);
    }

    @Test
    void aClearedDraftHasNothing() {
        draft.clear();

        assertThat(draft.text(ObservationField.PROVIDER)).isNull();
        assertThatThrownBy(() -> draft.build(NOW)).hasMessage("provider is missing");
    }

    private Rejection refusal() {
        @Nullable RejectedException refused = catchThrowableOfType(RejectedException.class, () -> draft.build(NOW));
        return requireNonNull(refused, "it was not refused").rejection();
    }
}
