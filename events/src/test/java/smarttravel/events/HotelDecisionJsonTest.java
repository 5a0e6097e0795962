package smarttravel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.events.HotelDecision.Verdict;
import smarttravel.events.Rejection.RejectedException;

class HotelDecisionJsonTest {
    private static final HotelDecision DECISION = new HotelDecision(
            "CUN", "aero", "Áureo", "ola", "Aureo", Verdict.SPLIT, "ana", Instant.EPOCH, "two \"towers\"");

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(HotelDecisionJson.read(HotelDecisionJson.write(DECISION))).isEqualTo(DECISION);
    }

    @Test
    void whoeverIsNamedFirstItIsTheSameDecision() {
        HotelDecision turned = new HotelDecision(
                "CUN", "ola", "Aureo", "aero", "Áureo", Verdict.SPLIT, "ana", Instant.EPOCH, "two \"towers\"");

        assertThat(turned.key()).isEqualTo(DECISION.key());
        assertThat(HotelDecisionJson.write(turned)).isEqualTo(HotelDecisionJson.write(DECISION));
    }

    @ParameterizedTest
    @CsvSource({"place, missing-field", "SPLIT, bad-field", "1970-01-01T00:00:00Z, bad-date"})
    void whatIsWrongIsRefused(String part, String reason) {
        String json = new String(HotelDecisionJson.write(DECISION), StandardCharsets.UTF_8).replace(part, "x");

        assertThatThrownBy(() -> HotelDecisionJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused ->
                                assertThat(refused.rejection().reason().code()).isEqualTo(reason));
    }

    @Test
    void aListingIsNotHeldAgainstItself() {
        assertThatThrownBy(() -> new HotelDecision(
                        "CUN", "ola", "Aureo", "ola", "Aureo", Verdict.SPLIT, "ana", Instant.EPOCH, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
