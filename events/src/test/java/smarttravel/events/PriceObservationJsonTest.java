package smarttravel.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.events.Rejection.RejectedException;

class PriceObservationJsonTest {
    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
    private static final String LEAST = """
            "provider":"ola","offerId":"7","kind":"FLIGHT","destination":"CUN","departure":"2027-01-15",\
            "amount":"99.50","currency":"EUR","observedAt":"2026-07-07T00:00:00Z\"""";
    private static final PriceObservation FULL = new PriceObservation(
            "ola",
            "ola-CUN-7",
            Kind.PACKAGE,
            "Cancún \"Riu\" \ud83c\udfd6",
            "EZE",
            "CUN",
            "MX",
            "Riu Cancún",
            4.5,
            Board.AI,
            "Todo incluido",
            7,
            LocalDate.of(2027, 1, 15),
            2,
            Basis.PER_PERSON,
            new BigDecimal("1299.00"),
            "USD",
            null,
            new BigDecimal("1499.00"),
            true,
            Availability.AVAILABLE,
            4,
            8.7,
            321,
            "https://example.org/7?x=1&y=2",
            Instant.parse("2026-07-07T10:20:30.123Z"),
            "fetch-1");

    @Test
    void everyFieldSurvivesTheRoundTrip() {
        assertThat(PriceObservationJson.read(PriceObservationJson.write(FULL), NOW))
                .isEqualTo(FULL);
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        PriceObservation least = read("{" + LEAST + "}");

        assertThat(new String(PriceObservationJson.write(least), UTF_8))
                .isEqualTo("{" + LEAST.replace("\"observedAt", "\"availability\":\"AVAILABLE\",\"observedAt") + "}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.000_001, 0.000_5, 8.7, 1_000})
    void aNumberIsWrittenAsItCanBeRead(double rating) {
        PriceObservation seen =
                read("{" + LEAST + ",\"rating\":" + new BigDecimal(String.valueOf(rating)).toPlainString() + "}");

        assertThat(PriceObservationJson.read(PriceObservationJson.write(seen), NOW)
                        .rating())
                .isEqualTo(rating);
    }

    @Test
    void unknownFieldsAndNullsAreIgnored() {
        assertThat(read("{\"new\":{\"a\":[1]},\"rating\":null," + LEAST + "}").rating())
                .isNull();
    }

    @Test
    void amountsMayBeNumbersAndKeepTheirDigits() {
        assertThat(read("{" + LEAST.replace("\"99.50\"", "99.50") + "}").amount())
                .isEqualTo("99.50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '^',
            value = {
                "^^ ! malformed-json",
                "[] ! malformed-json",
                "7 ! malformed-json",
                "{\"provider\" ! malformed-json",
                "{} {} ! malformed-json",
                "{\"provider\":\"a\",\"provider\":\"b\"} ! malformed-json",
                "{\"provider\":NaN} ! malformed-json",
                "{\"provider\":[\"ola\"]} ! bad-field",
                "{\"provider\":{}} ! bad-field",
                "{} ! missing-field"
            })
    void whatIsNotAnObservationIsRefused(String json, String reason) {
        assertThat(refusal(json.getBytes(UTF_8)).reason().code()).isEqualTo(reason);
    }

    @Test
    void depthSizeAndBytesAreChecked() {
        assertThat(refusal(("{\"x\":" + "[".repeat(100_000)).getBytes(UTF_8)).reason())
                .isEqualTo(RejectReason.MALFORMED_JSON);
        assertThat(refusal(("{\"x\":\"" + "y".repeat(3_000_000) + "\"," + LEAST + "}").getBytes(UTF_8))
                        .reason())
                .isEqualTo(RejectReason.MALFORMED_JSON);
        assertThat(refusal(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'})
                        .reason())
                .isEqualTo(RejectReason.MALFORMED_JSON);
    }

    @Test
    void halfASurrogatePairIsRefusedAndNotWritten() {
        Rejection refusal = refusal(("{" + LEAST + ",\"name\":\"\\ud83c\"}").getBytes(UTF_8));

        assertThat(refusal.reason()).isEqualTo(RejectReason.BAD_FIELD);
    }

    private static PriceObservation read(String json) {
        return PriceObservationJson.read(json.getBytes(UTF_8), NOW);
    }

    private static Rejection refusal(byte[] json) {
        return requireNonNull(
                        catchThrowableOfType(RejectedException.class, () -> PriceObservationJson.read(json, NOW)),
                        "it was not refused")
                .rejection();
    }
}
