package smarttravel.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.api.markets.LeadDays;
import smarttravel.api.offers.MarketStanding;
import smarttravel.api.offers.OfferQuery;
import smarttravel.api.offers.OfferSort;
import smarttravel.api.offers.Verdict;
import smarttravel.events.Kind;

class OfferRoutesTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    private final RunningApi api = new RunningApi();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aSearchAnswersTheLatestPriceWithItsVerdictAndLeavesOutWhatIsUnknown() {
        api.filled();

        JsonNode offer =
                api.json("/api/v1/offers?destination=CUN").path("items").path(0);

        assertThat(offer.path("price").path("amount").asText()).isEqualTo("500.00");
        assertThat(offer.path("price").path("currency").asText()).isEqualTo("USD");
        assertThat(offer.path("departure").asText()).isEqualTo("2026-10-01");
        assertThat(offer.path("observedAt").asText()).isEqualTo("2026-07-07T00:00:00Z");
        assertThat(offer.path("observations").asInt()).isEqualTo(5);
        assertThat(offer.path("verdict").path("status").asText()).isEqualTo("low");
        assertThat(offer.path("verdict").path("n").asInt()).isEqualTo(5);
        assertThat(offer.has("hotel")).isFalse();
    }

    @Test
    void everyFilterReachesTheSearch() {
        api.get("/api/v1/offers?destination=CUN&origin=EZE&kind=PACKAGE&departureFrom=2026-10-01&departureTo=2026-10-31"
                + "&nightsMin=6&nightsMax=8&board=AI&provider=ola&maxPrice=1299.50&currency=USD&sort=-price&limit=10");

        OfferQuery asked = api.offers.asked.get(0);
        assertThat(asked.kind()).contains(Kind.PACKAGE);
        assertThat(asked.departureTo()).contains(LocalDate.of(2026, 10, 31));
        assertThat(asked.nightsMin()).contains(6);
        assertThat(asked.maxPrice().orElseThrow()).isEqualByComparingTo("1299.5");
        assertThat(asked.sort()).isEqualTo(OfferSort.PRICE_DESCENDING);
    }

    @ParameterizedTest
    @CsvSource({
        "'', destination",
        "'?kind=FLIGHT', destination",
        "'?kind=FLIGHT&departureFrom=2026-10-01', destination",
        "'?destination=CUN&maxPrice=10', currency",
        "'?destination=CUN&departureFrom=2026-10-02&departureTo=2026-10-01', departureTo",
        "'?destination=CUN&nightsMin=8&nightsMax=7', nightsMax"
    })
    void parametersThatDoNotGoTogetherAreRefusedByName(String query, String parameter) {
        HttpResponse<String> answer = api.get("/api/v1/offers" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningApi.named(answer)).containsExactly(parameter);
    }

    @ParameterizedTest
    @CsvSource({"'?provider=ola'", "'?kind=FLIGHT&departureFrom=2026-10-01&departureTo=2026-10-31'"})
    void aSearchNeedsNoDestinationWhenItIsNarrowOtherwise(String query) {
        assertThat(api.get("/api/v1/offers" + query).statusCode()).isEqualTo(200);
    }

    @Test
    void pagesStayStableWhileOffersAreAddedBetweenThem() {
        for (int i = 0; i < 6; i++) {
            api.offers.offers.add(OffersInMemory.offer("old-" + i, OCTOBER.plusDays(i), "500"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 3; page++) {
            JsonNode answer = api.json("/api/v1/offers?destination=CUN&limit=2" + cursor);
            answer.path("items").forEach(offer -> seen.add(offer.path("offerId").asText()));
            cursor = "&cursor=" + answer.path("nextCursor").asText();
            api.offers.offers.add(OffersInMemory.offer("before-" + page, OCTOBER.minusDays(1), "400"));
            api.offers.offers.remove(OffersInMemory.offer("old-" + page, OCTOBER.plusDays(page), "500"));
        }

        assertThat(seen).containsExactly("old-0", "old-1", "old-2", "old-3", "old-4", "old-5");
    }

    @Test
    void anOfferIsFoundByAnIdWithSlashesSpacesAndPercentSigns() {
        api.offers.offers.add(OffersInMemory.offer("LAX/LHR 50%+ñ;x\\y", OCTOBER, "500"));

        JsonNode offer = api.json("/api/v1/offers/ola/LAX%2FLHR%2050%25+%C3%B1%3Bx%5Cy");

        assertThat(offer.path("offerId").asText()).isEqualTo("LAX/LHR 50%+ñ;x\\y");
        assertThat(offer.path("verdict").path("status").asText()).isEqualTo("insufficient");
    }

    @ParameterizedTest
    @CsvSource({"''", "/history", "/metrics", "/advice"})
    void anOfferThatDoesNotExistIsNotFound(String suffix) {
        HttpResponse<String> answer = api.get("/api/v1/offers/ola/none" + suffix);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(RunningApi.parse(answer).path("type").asText()).isEqualTo("urn:smart-travel:problem:not-found");
    }

    @Test
    void theHistoryPagesThroughAllPricesOldestFirst() {
        api.filled();
        api.offers.points.add(OffersInMemory.point(OffersInMemory.SEEN.minusSeconds(60), "490"));

        JsonNode first = api.json("/api/v1/offers/ola/A%2F1/history?limit=1");
        JsonNode second = api.json("/api/v1/offers/ola/A%2F1/history?limit=1&cursor="
                + first.path("nextCursor").asText());

        assertThat(first.path("items").path(0).path("price").path("amount").asText())
                .isEqualTo("490.00");
        assertThat(first.path("items").path(0).path("late").isBoolean()).isTrue();
        assertThat(second.path("items").path(0).path("price").path("amount").asText())
                .isEqualTo("500.00");
        assertThat(second.has("nextCursor")).isFalse();
    }

    @Test
    void theMetricsShowQuartilesWithTheirEvidence() {
        api.filled();
        api.offers.points.add(OffersInMemory.point(OffersInMemory.SEEN.minusSeconds(60), "490"));

        api.offers.standings.add(
                new MarketStanding(Verdict.Status.HIGH, LeadDays.startingAt(60), 40, 9, 500, 300, 350, 480));

        JsonNode metrics = api.json("/api/v1/offers/ola/A%2F1/metrics");

        assertThat(metrics.path("market").path("status").asText()).isEqualTo("high");
        assertThat(metrics.path("market").path("lead").path("to").asInt()).isEqualTo(89);
        assertThat(metrics.path("status").asText()).isEqualTo("low");
        assertThat(metrics.path("n").asInt()).isEqualTo(5);
        assertThat(metrics.path("median").path("amount").asText()).isEqualTo("520.00");
        assertThat(metrics.path("current").path("price").path("amount").asText())
                .isEqualTo("500.00");
        assertThat(metrics.path("previous").path("price").path("amount").asText())
                .isEqualTo("490.00");
        assertThat(metrics.path("late").asInt()).isEqualTo(2);
        assertThat(metrics.path("from").asText()).isEqualTo("2026-07-06T00:00:00Z");
    }

    @Test
    void metricsUnderFivePricesAreInsufficient() {
        api.filled();
        api.offers.summaries.set(0, OffersInMemory.summary("A/1", 4, "500", "510", "520", "530", "540"));

        assertThat(api.json("/api/v1/offers/ola/A%2F1/metrics").path("status").asText())
                .isEqualTo("insufficient");
    }
}
