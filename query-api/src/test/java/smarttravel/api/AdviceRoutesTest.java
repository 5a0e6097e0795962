package smarttravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdviceRoutesTest {
    private final RunningApi api = new RunningApi().filled();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void advisesCarefullyUnlessAskedOtherwise() {
        JsonNode cautious = api.json("/api/v1/offers/ola/A%2F1/advice");
        JsonNode savings = api.json("/api/v1/offers/ola/A%2F1/advice?mode=savings");

        assertThat(cautious.path("advice").asText()).isEqualTo("buy");
        assertThat(cautious.path("mode").asText()).isEqualTo("cautious");
        assertThat(savings.path("advice").asText()).isEqualTo("wait");
        assertThat(cautious.path("ageSeconds").asLong()).isEqualTo(12 * 3_600);
        assertThat(cautious.at("/evidence/neighbours").asInt()).isEqualTo(6);
        assertThat(cautious.at("/risk/seatsLeft").asInt()).isEqualTo(4);
        assertThat(cautious.at("/model/learntTo").asText()).isEqualTo("2026-07-06");
    }

    @Test
    void anOfferOnWhichNothingWasSaidIsInsufficientAndNotMissing() {
        api.offers.offers.add(OffersInMemory.offer("new", LocalDate.of(2026, 10, 1), "500"));

        JsonNode advice = api.json("/api/v1/offers/ola/new/advice");

        assertThat(advice.path("advice").asText()).isEqualTo("insufficient");
        assertThat(advice.at("/evidence/n").asInt()).isZero();
        assertThat(advice.has("askedAt")).isFalse();
        assertThat(advice.has("probability")).isFalse();
    }

    @Test
    void modelsAreToldWithWhatTheyWereWorth() {
        JsonNode model = api.json("/api/v1/models").at("/items/0");

        assertThat(model.path("speaksFirst").asBoolean()).isTrue();
        assertThat(model.at("/backtest/0/share").asDouble()).isEqualTo(0.4);
        assertThat(model.at("/scores/0/brier").asDouble()).isEqualTo(0.2);
        assertThat(model.at("/scores/0/mode").asText()).isEqualTo("cautious");
    }

    @Test
    void scoresSayOfWhichDaysTheyAre() {
        assertThat(scoredDays("")).isEqualTo("2026-04-10 2026-07-08");
        assertThat(scoredDays("?from=2026-01-01")).isEqualTo("2026-01-01 2026-03-31");
        assertThat(scoredDays("?to=2026-03-31")).isEqualTo("2026-01-01 2026-03-31");
        assertThat(scoredDays("?from=2026-07-01&to=2026-07-01")).isEqualTo("2026-07-01 2026-07-01");
        assertThat(scoredDays("?from=2025-01-01&to=2026-02-04")).isEqualTo("2025-01-01 2026-02-04");
    }

    private String scoredDays(String query) {
        JsonNode model = api.json("/api/v1/models" + query).at("/items/0");
        return model.path("scoredFrom").asText() + " " + model.path("scoredTo").asText();
    }

    @Test
    void moreThanFourHundredDaysAreNotJudgedAtOnce() {
        for (String query : List.of("from=2025-01-01&to=2026-02-05", "from=2026-02-02&to=2026-02-01")) {
            HttpResponse<String> refused = api.get("/api/v1/models?" + query);

            assertThat(refused.statusCode()).as(query).isEqualTo(400);
            assertThat(RunningApi.named(refused)).containsExactly("to");
        }
    }
}
