package smarttravel.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.events.PriceObservation;
import smarttravel.events.Topics;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.history.PriceHistoryBuilder;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.LearningSettings;
import smarttravel.jobs.advice.learning.ModelFile;
import smarttravel.jobs.advice.learning.Steps;
import smarttravel.jobs.advice.learning.TrainedModel;
import smarttravel.stack.cli.Typed;
import smarttravel.stack.kafka.ModelTopic;
import smarttravel.stack.testing.Fare;
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
    private static String model = "";

    @BeforeAll
    static void fillTheTables(@TempDir Path folder) throws Exception {
        stack = QuickStack.start(folder.resolve("mis datos ñ"));
        model = publishModel(PricesOfTheApi.flights().subList(0, 5 * OFFERS));
        List<PriceObservation> flights = PricesOfTheApi.flights();
        // what waits with a newer look of the same offer is not advised on: the first day is spoken of by itself
        Published.observations(flights.subList(0, OFFERS), stack.kafka());
        Published.awaitInTables(stack.kafka());
        Published.observations(flights.subList(OFFERS, flights.size()), stack.kafka());
        Published.observations(PricesOfTheApi.holiday(), stack.kafka());
        Published.rates(PricesOfTheApi.rates(), stack.kafka());
        Fare peak = new Fare("peak", "SCL", LocalDate.of(2026, 9, 1));
        Published.observations(
                List.of(
                        peak.seen(LocalDate.of(2026, 7, 1), "200"),
                        peak.seen(LocalDate.of(2026, 7, 2), "240"),
                        peak.seen(LocalDate.of(2026, 7, 3), "201")),
                stack.kafka());
        Published.awaitInTables(stack.kafka());
    }

    /** A small model of the first days, and something that is none. */
    private static String publishModel(List<PriceObservation> learnt) throws Exception {
        PriceHistoryBuilder builder = new PriceHistoryBuilder();
        learnt.forEach(builder::add);
        PriceHistory history = builder.build();
        LearningSettings settings = new LearningSettings(1, 5, 0.1, 3, 1, 1, 1_000, 0, 1, 1);
        TrainedModel trained = new TrainedModel(
                FittedQ.learn(history, Steps.draw(history, Long.MAX_VALUE, settings), settings),
                Optional.empty(),
                0.01,
                0,
                new TrainedModel.Origin(
                        LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 5), 40, AdviceFeatures.VERSION, 1));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelFile.write(trained, Optional.empty(), file);
        trained.close();
        String id = ModelTopic.publish(stack.kafka(), file.toByteArray());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ADVICE_MODELS, new byte[] {1}, new byte[] {1, 2, 3}))
                    .get();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        new Tables(stack.clickHouseReader()).number("SELECT count() FROM travel.advice_models") == 1);
        return id;
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
        assertThat(metrics.at("/market/status").asText()).isEqualTo("low");
        assertThat(metrics.at("/market/offers").asInt()).isGreaterThan(5);
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
    void aMarketsMetricsRestOnEveryOffersLastPriceOfEachDay() throws Exception {
        JsonNode leads = get("/markets/FLIGHT/EZE/MIA/metrics").get("leads");

        assertThat(leads)
                .hasSize(2)
                .allMatch(lead -> lead.get("status").asText().equals("ok"));
        assertThat(leads.at("/0/n").asLong() + leads.at("/1/n").asLong()).isEqualTo(OFFERS * DAYS);
        assertThat(leads.at("/0/lead/from").asInt()).isEqualTo(30);
        assertThat(leads.at("/0/minimum").asDouble()).isEqualTo(160);
        assertThat(leads.at("/1/maximum").asDouble()).isEqualTo(209);
    }

    @Test
    void aPatternIsToldWithItsEvidence() throws Exception {
        JsonNode patterns = get("/patterns?pattern=spike-and-return&destination=SCL&since=2026-07-03T00:00:00Z")
                .get("items");

        assertThat(patterns).hasSize(1);
        JsonNode pattern = patterns.get(0);
        assertThat(pattern.get("offerId").asText()).isEqualTo("peak");
        assertThat(pattern.get("endedAt").asText()).isEqualTo("2026-07-03T00:00:00Z");
        assertThat(pattern.at("/before/amount").asText()).isEqualTo("200.00");
        assertThat(pattern.at("/between/amount").asText()).isEqualTo("240.00");
        assertThat(pattern.at("/after/amount").asText()).isEqualTo("201.00");
        assertThat(pattern.get("percent").decimalValue()).isEqualByComparingTo("20");
        assertThat(get("/patterns?pattern=slide&destination=SCL").get("items")).isEmpty();
    }

    @Test
    void adviceSaysWhoSpokeAndWhatItRestsOn() throws Exception {
        JsonNode advice = get("/offers/acme/EZE-MIA-0/advice");
        JsonNode models = get("/models").get("items");

        assertThat(advice.get("advice").asText()).as("%s", advice).isIn("buy", "wait");
        assertThat(advice.get("askedAt").asText()).isEqualTo("2026-07-09T06:00:00Z");
        assertThat(advice.get("price").asDouble()).isEqualTo(160);
        assertThat(advice.at("/evidence/n").asInt()).isEqualTo(DAYS);
        assertThat(advice.at("/evidence/from").asText()).isEqualTo("2026-07-01T06:00:00Z");
        assertThat(advice.at("/evidence/neighbours").asInt()).isEqualTo(3);
        assertThat(advice.at("/evidence/neighboursMedian").asDouble()).isCloseTo(202, within(0.01));
        assertThat(advice.at("/model/id").asText()).isEqualTo(model);
        assertThat(advice.at("/model/learntTo").asText()).isEqualTo("2026-07-05");
        assertThat(models.get(0).get("model").asText()).isEqualTo(model);
        assertThat(models.get(0).get("speaksFirst").asBoolean()).isTrue();
        assertThat(models.get(0).get("features")).hasSize(AdviceFeatures.names().size());
    }

    @Test
    void scoresAreOfTheDaysThatWereAskedFor() throws Exception {
        JsonNode newest = get("/models").get("items");
        JsonNode first = get("/models?from=2026-07-01&to=2026-07-01").get("items");
        JsonNode before = get("/models?to=2026-06-30").get("items");

        assertThat(newest.at("/0/scoredFrom").asText()).isEqualTo("2026-04-11");
        assertThat(newest.at("/0/scoredTo").asText()).isEqualTo("2026-07-09");
        assertThat(first.findValuesAsText("currency")).isNotEmpty().containsOnly("USD");
        assertThat(before).hasSize(1);
        assertThat(before.at("/0/scores")).isEmpty();
        assertThat(before.at("/0/scoredTo").asText()).isEqualTo("2026-06-30");
    }

    @Test
    void whatIsNoModelIsRefusedAndTold() throws Exception {
        List<String> refused = new Tables(stack.clickHouseReader())
                .lines("SELECT source, message FROM travel.rejected_observations WHERE reason = 'unreadable-model'");

        assertThat(refused).singleElement().asString().startsWith("advice-models/0/1|");
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
        assertThat(season.at("/months/0/holidays").findValuesAsText("name")).contains("Labor Day");
        assertThat(get("/trends/forecast?market=FLIGHT/EZE/MIA").get("reason").asText())
                .startsWith("0 departed months");
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
            assertThat(compared.get("status").asText())
                    .as("two others are not three")
                    .isEqualTo("insufficient");
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
