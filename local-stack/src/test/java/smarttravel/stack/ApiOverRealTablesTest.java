package smarttravel.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.events.Availability;
import smarttravel.events.Kind;
import smarttravel.events.PriceObservation;
import smarttravel.stack.testing.ListeningSockets;
import smarttravel.stack.testing.Published;
import smarttravel.stack.testing.Tables;

/** Every answer of the API, from the tables that the jobs wrote: ten offers of one route over nine days. */
class ApiOverRealTablesTest {
    private static final int OFFERS = 10;
    private static final int DAYS = 9;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Stack stack;

    @BeforeAll
    static void fillTheTables(@TempDir Path folder) {
        stack = QuickStack.start(folder.resolve("mis datos ñ"));
        List<PriceObservation> observations = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            for (int offer = 0; offer < OFFERS; offer++) {
                observations.add(seen(offer, day));
            }
        }
        Published.observations(observations, stack.kafka());
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
    void qualityIsToldWithWhatItRestsOn() throws Exception {
        JsonNode provider = get("/quality/providers?day=2026-07-31").at("/items/0");
        JsonNode early = get("/quality/providers?day=2026-07-03").at("/items/0");
        JsonNode offers = get("/quality/offers?market=FLIGHT/EZE/MIA&minScore=50&limit=4");
        JsonNode offer =
                get("/offers?destination=MIA&sort=price&currency=USD&limit=1").at("/items/0/quality");

        assertThat(provider.get("day").asText()).isEqualTo("2026-07-09");
        assertThat(provider.at("/validity/n").asInt()).isEqualTo(7 * OFFERS);
        assertThat(provider.at("/freshness/score").asDouble()).isEqualTo(100);
        assertThat(provider.at("/honesty/status").asText()).as("no list prices").isEqualTo("insufficient");
        assertThat(early.at("/validity/n").asInt()).isEqualTo(3 * OFFERS);
        assertThat(offers.get("items")).isEmpty();
        assertThat(offer.at("/rating/status").asText()).as("nobody is rated").isEqualTo("insufficient");
        assertThat(offer.at("/value/n").asInt()).isEqualTo(1);
        assertThat(offer.at("/priceRisk/score").asDouble()).isEqualTo(100);
        assertThat(offer.at("/priceRisk/n").asInt()).isEqualTo(DAYS);
        assertThat(offer.has("score"))
                .as("less than half of the weight is known")
                .isFalse();
    }

    @Test
    void realHolidaysHaveTheScoresThatTheirOwnRowsGive() throws Exception {
        // Given
        Map<String, PriceObservation> holidays = NaiveOfferQuality.holidays();
        Published.observations(holidays.values(), stack.kafka());
        Published.awaitInTables(stack.kafka());
        NaiveOfferQuality naive = NaiveOfferQuality.of(holidays, new Tables(stack.clickHouseReader()));
        Map<String, Double> providers = new HashMap<>();
        get("/quality/providers")
                .get("items")
                .forEach(provider -> providers.put(
                        provider.get("provider").asText(), provider.get("score").asDouble()));

        // When
        List<JsonNode> offers = new ArrayList<>();
        for (String destination : NaiveOfferQuality.destinations(holidays)) {
            String cursor = "";
            do {
                JsonNode page = get("/quality/offers?destination=" + destination + "&limit=50" + cursor);
                page.get("items").forEach(offers::add);
                cursor = page.has("nextCursor")
                        ? "&cursor=" + page.get("nextCursor").asText()
                        : "";
            } while (!cursor.isEmpty());
        }

        // Then
        assertThat(offers)
                .hasSameSizeAs(holidays.keySet())
                .allSatisfy(offer -> assertThat(NaiveOfferQuality.said(offer.get("quality")))
                        .isEqualTo(naive.expected(
                                offer.get("provider").asText() + "/"
                                        + offer.get("offerId").asText(),
                                Objects.requireNonNull(
                                        providers.get(offer.get("provider").asText())))));
        assertThat(offers)
                .as("with a value")
                .filteredOn(offer -> offer.at("/quality/value").has("score"))
                .isNotEmpty();
        assertThat(offers)
                .as("unrated, which is not 0")
                .filteredOn(offer -> offer.at("/quality/rating/status").asText().equals("assumed"))
                .allSatisfy(offer ->
                        assertThat(offer.at("/quality/rating/score").asDouble()).isPositive());
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

    /** Ten offers at 200 to 209 dollars; the first costs 160 on the last day. */
    private static PriceObservation seen(int offer, int day) {
        int price = offer == 0 && day == DAYS - 1 ? 160 : 200 + offer;
        return new PriceObservation(
                "acme",
                "EZE-MIA-" + offer,
                Kind.FLIGHT,
                null,
                "EZE",
                "MIA",
                null,
                null,
                null,
                null,
                null,
                null,
                LocalDate.of(2026, 9, 1).plusDays(offer),
                null,
                null,
                BigDecimal.valueOf(price),
                "USD",
                null,
                null,
                null,
                Availability.AVAILABLE,
                null,
                null,
                null,
                null,
                Instant.parse("2026-07-01T06:00:00Z").plusSeconds(86_400L * day),
                null);
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
