package smarttravel.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1-3",
        "3, 1-3",
        "4, 4-6",
        "6, 4-6",
        "7, 7-9",
        "9, 7-9",
        "10, 10-13",
        "13, 10-13",
        "14, 14+",
        "365, 14+",
        ", -"
    })
    void nightsFallIntoBands(@Nullable Integer nights, String band) {
        assertThat(Market.nightsBand(nights)).isEqualTo(band);
    }

    @Test
    void aPackageIsComparedByNightsAndBoard() {
        assertThat(Market.of(seen("PACKAGE", "EZE", "7", "AI"))).isEqualTo("PACKAGE/EZE/CUN/7-9/AI");
    }

    @Test
    void whatIsUnknownIsADash() {
        assertThat(Market.of(seen("HOTEL", null, null, null))).isEqualTo("HOTEL/-/CUN/-/-");
    }

    @ParameterizedTest
    @CsvSource({"FLIGHT", "CRUISE", "ACTIVITY"})
    void theOthersAreComparedByRouteAlone(String kind) {
        assertThat(Market.of(seen(kind, "EZE", "7", "AI"))).isEqualTo(kind + "/EZE/CUN");
    }

    private static PriceObservation seen(
            String kind, @Nullable String origin, @Nullable String nights, @Nullable String board) {
        return new ObservationDraft()
                .put(ObservationField.PROVIDER, "ola")
                .put(ObservationField.OFFER_ID, "7")
                .put(ObservationField.KIND, kind)
                .put(ObservationField.ORIGIN, origin)
                .put(ObservationField.DESTINATION, "CUN")
                .put(ObservationField.NIGHTS, nights)
                .put(ObservationField.BOARD, board)
                .put(ObservationField.DEPARTURE, "2027-01-15")
                .put(ObservationField.AMOUNT, "1")
                .put(ObservationField.CURRENCY, "EUR")
                .put(ObservationField.OBSERVED_AT, "2026-07-07T00:00:00Z")
                .build(Instant.parse("2026-08-01T00:00:00Z"));
    }
}
