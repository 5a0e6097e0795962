package smarttravel.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.stack.cli.Typed;
import smarttravel.stack.testing.ListeningSockets;
import smarttravel.stack.testing.Published;
import smarttravel.stack.testing.Tables;

/** Every answer of the API, from the tables that the jobs wrote: ten fares of one route over nine days, and a holiday that three sell. */
class ApiOverRealTablesTest {
    private static final int OFFERS = PricesOfTheApi.OFFERS;
    private static final int DAYS = PricesOfTheApi.DAYS;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Stack stack;

    @BeforeAll
    static void fillTheTables(@TempDir Path folder) {
        stack = QuickStack.start(folder.resolve("mis datos ñ"));
        Published.observations(PricesOfTheApi.flights(), stack.kafka());
        Published.observations(PricesOfTheApi.holiday(), stack.kafka());
        Published.rates(PricesOfTheApi.rates(), stack.kafka());
        Published.awaitInTables(stack.kafka());
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void offersArePagedByPriceWithoutGapOrRepeat() throws Exception {
        List<String> prices = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/offers?destination=MIA&sort=price&currency=USD&limit=3" + cursor);
            page.get("items")
                    .forEach(item -> prices.add(item.at("/price/amount").asText()));
            cursor =
                    page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asText() : "";
        } while (!cursor.isEmpty());

        assertThat(prices)
                .containsExactly(
                        "160.00", "201.00", "202.00", "203.00", "204.00", "205.00", "206.00", "207.00", "208.00",
                        "209.00");
    }

    @Test
    void anOfferShowsItsLatestPriceAndWhatTheVerdictRestsOn() throws Exception {
        JsonNode offer = get("/offers/acme/EZE-MIA-0");

        assertThat(offer.at("/price/amount").asText()).isEqualTo("160.00");
        assertThat(offer.get("observations").asInt()).isEqualTo(DAYS);
        assertThat(offer.at("/verdict/status").asText()).isEqualTo("low");
        assertThat(offer.at("/verdict/n").asInt()).isEqualTo(DAYS);
    }

    @Test
    void anOffersHistoryAndMetricsAgree() throws Exception {
        JsonNode history = get("/offers/acme/EZE-MIA-0/history?limit=50");
        JsonNode metrics = get("/offers/acme/EZE-MIA-0/metrics");

        assertThat(history.get("items")).hasSize(DAYS);
        assertThat(metrics.get("n").asInt()).isEqualTo(DAYS);
        assertThat(metrics.at("/minimum/amount").asText()).isEqualTo("160.00");
        assertThat(metrics.at("/median/amount").asText()).isEqualTo("200.00");
        assertThat(metrics.at("/maximum/amount").asText()).isEqualTo("200.00");
    }

    @Test
    void theDropIsToldWithItsEvidence() throws Exception {
        JsonNode drops = get("/drops?market=FLIGHT/EZE/MIA&minPercent=10&newLow=true");

        assertThat(drops.get("items")).hasSize(1);
        JsonNode drop = drops.at("/items/0");
        assertThat(drop.get("offerId").asText()).isEqualTo("EZE-MIA-0");
        assertThat(drop.at("/baseline/amount").asText()).isEqualTo("200.00");
        assertThat(drop.get("percent").decimalValue()).isEqualByComparingTo("20");
        assertThat(drop.get("trackedObservations").asInt()).isEqualTo(DAYS - 1);
    }

    @Test
    void trendsSayWhatTheyRestOnAndWhenThatIsTooLittle() throws Exception {
        JsonNode season = get("/trends/seasonal?market=FLIGHT/EZE/MIA").at("/items/0");
        JsonNode curve = get("/trends/booking-curve?kind=FLIGHT&origin=EZE&destination=MIA")
                .at("/items/0");

        assertThat(season.get("status").asText()).isEqualTo("insufficient");
        assertThat(season.at("/months/0/offers").asInt()).isEqualTo(OFFERS);
        assertThat(season.at("/months/0/level").asDouble()).isEqualTo(204.5);
        assertThat(season.at("/months/0/index").asDouble()).isEqualTo(100);
        assertThat(curve.get("buckets")).anySatisfy(bucket -> {
            assertThat(bucket.get("offers").asInt()).isEqualTo(OFFERS);
            assertThat(bucket.get("status").asText()).isEqualTo("ok");
        });
    }

    @Test
    void marketsAndTheirDaysAreToldWithTheChangeOfAWeek() throws Exception {
        JsonNode market = get("/markets").at("/items/0");
        JsonNode days = get("/markets/FLIGHT/EZE/MIA/daily").get("items");

        assertThat(market.get("market").asText()).isEqualTo("FLIGHT/EZE/MIA");
        assertThat(market.get("offers").asInt()).isEqualTo(OFFERS);
        assertThat(days).hasSize(DAYS);
        assertThat(days.get(0).has("change7dPercent")).isFalse();
        assertThat(days.get(DAYS - 1).get("minimum").asDouble()).isEqualTo(160);
        assertThat(days.get(DAYS - 1).get("change7dPercent").asDouble()).isZero();
        assertThat(days.get(DAYS - 1).get("droppedShare").asDouble()).isEqualTo(1.0 / OFFERS);
    }

    @Test
    void aDropInPesosIsSplitBetweenSellerAndRate() throws Exception {
        Awaitility.await("the rates in force").atMost(PATIENCE).untilAsserted(() -> {
            JsonNode fx = get("/drops?destination=CUN").at("/items/0/fx");
            assertThat(fx.at("/kind").asText()).isEqualTo("mep");
            assertThat(fx.at("/since").asText()).isEqualTo("2026-07-01T06:00:00Z");
            assertThat(fx.at("/split/operatorPercent").asDouble()).isCloseTo(-13.636, within(0.001));
            assertThat(fx.at("/split/currencyPercent").asDouble()).isCloseTo(-9.091, within(0.001));
            assertThat(fx.at("/split/operatorShare").asDouble()
                            + fx.at("/split/currencyShare").asDouble())
                    .isCloseTo(100, within(1e-9));
            assertThat(fx.at("/split/movedBy").asText()).isEqualTo("BOTH");
        });
    }

    @Test
    void theSameHolidayIsComparedUntilAnAnalystPartsIt() throws Exception {
        Awaitility.await("pesos in dollars").atMost(PATIENCE).untilAsserted(() -> {
            JsonNode compared = get("/offers/aero/A1/comparables");
            assertThat(compared.get("status").asText()).isEqualTo("ok");
            assertThat(compared.get("offers").findValuesAsText("provider")).containsExactly("ola", "sol", "aero");
            assertThat(compared.at("/offers/0/pricePerPersonUsd").asDouble()).isCloseTo(863.636, within(0.001));
            assertThat(compared.at("/offers/0/matchConfidence").asDouble()).isGreaterThan(0.8);
            assertThat(compared.get("providerRank").asInt()).isEqualTo(3);
        });
        awaitStanding("aero/A1", "3|3");

        decide("split", "aero/A1", "ola/O1");
        awaitStanding("aero/A1", "1|1");
        JsonNode parted = get("/offers/aero/A1/comparables?currency=ARS&fxKind=mep");
        assertThat(parted.get("status").asText()).isEqualTo("insufficient");
        assertThat(parted.get("offers").findValuesAsText("provider")).containsExactly("aero");
        assertThat(parted.get("cheapest").asDouble()).isCloseTo(1_000 * 1_100, within(0.01));
        awaitDecision("SPLIT");

        decide("undo", "aero/A1", "ola/O1");
        awaitStanding("aero/A1", "3|3");
        awaitDecision("WITHDRAWN");
    }

    private static void decide(String what, String one, String other) {
        Typed typed = Typed.travel("comparables", what, one, other, "--by", "ana", "--url", stack.url());
        assertThat(typed.exit()).as(typed.err()).isZero();
    }

    private static void awaitDecision(String verdict) {
        Awaitility.await(verdict)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                get("/match-decisions").at("/items/0/verdict").asText())
                        .isEqualTo(verdict));
    }

    private static void awaitStanding(String offer, String rankOfProviders) {
        Awaitility.await(offer + " stands " + rankOfProviders)
                .atMost(PATIENCE)
                .until(() -> new Tables(stack.clickHouseReader())
                        .lines(
                                "SELECT provider_rank, providers FROM travel.comparable_offers WHERE concat(provider, '/',"
                                        + " offer_id) = '" + offer + "'")
                        .contains(rankOfProviders));
    }

    @Test
    void everyPartIsReady() throws Exception {
        HttpResponse<String> ready = send("/health/ready");

        assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
    }

    @Test
    void nothingListensBeyondThisMachine() throws Exception {
        assertThat(ListeningSockets.ofThisProcess())
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address.isLoopbackAddress())
                        .as(address.toString())
                        .isTrue());
    }

    private static JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = send("/api/v1" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> send(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(stack.url() + path))
                        .header("Authorization", "Bearer " + stack.key())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
