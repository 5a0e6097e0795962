package smarttravel.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.events.AdviceTerms;
import smarttravel.events.PriceObservation;
import smarttravel.events.PriceObservationJson;
import smarttravel.events.Topics;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.history.PriceHistoryBuilder;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.LearningSettings;
import smarttravel.jobs.advice.learning.ModelFile;
import smarttravel.jobs.advice.learning.Steps;
import smarttravel.jobs.advice.learning.TrainedModel;
import smarttravel.stack.kafka.ModelTopic;
import smarttravel.stack.simulation.MarketSize;
import smarttravel.stack.simulation.SimulatedMarket;
import smarttravel.stack.testing.Published;
import smarttravel.stack.testing.Tables;

/**
 * Every word of advice that lies in the table, against the rows that a model would be learnt from and against a plain query over
 * the stored prices. Everything is read in order, in one partition by one task, because what a word knows of its neighbours
 * depends on the order in which partitions are read.
 */
class AdviceInTablesTest {
    private static final Logger LOG = LoggerFactory.getLogger(AdviceInTablesTest.class);
    private static final LocalDate FIRST = LocalDate.of(2025, 5, 28);
    private static final LocalDate LEARNT = FIRST.plusDays(60);
    private static final int DAYS = 120;
    private static final int PARTS = 8;
    private static final int LEAST_EARLIER = 5;

    private static final List<PriceObservation> OBSERVATIONS = SimulatedMarket.of(7, FIRST, 540, MarketSize.SMALL)
            .observations()
            .filter(seen -> seen.observedAt()
                    .isBefore(FIRST.plusDays(DAYS).atStartOfDay().toInstant(ZoneOffset.UTC)))
            .toList();

    private static Stack stack;
    private static Tables tables;
    private static TrainedModel model;
    private static String modelId;

    @BeforeAll
    static void adviseOnTheMarket(@TempDir Path folder) throws Exception {
        StackConfig config = new StackConfig(
                folder, 0, Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofMillis(500), 1);
        stack = Stack.start(config, System.getenv(), Clock.systemUTC(), LOG::info);
        tables = new Tables(stack.clickHouseReader());
        model = learn();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ModelFile.write(model, Optional.empty(), file);
        modelId = ModelTopic.publish(stack.kafka(), file.toByteArray());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> tables.number("SELECT count() FROM travel.advice_models") == 1);
        for (int part = 0; part < PARTS; part++) {
            // of looks that wait together only an offer's newest is advised on
            publishInOrder(
                    OBSERVATIONS.subList(part * OBSERVATIONS.size() / PARTS, (part + 1) * OBSERVATIONS.size() / PARTS));
            Published.awaitInTables(stack.kafka());
        }
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
            model.close();
        }
    }

    private static TrainedModel learn() {
        PriceHistory history = history(OBSERVATIONS.stream()
                .filter(seen -> seen.observedAt()
                        .isBefore(LEARNT.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
                .toList());
        LearningSettings settings = new LearningSettings(2, 20, 0.1, 4, 5, 1, 20_000, 0, 2, 1);
        return new TrainedModel(
                FittedQ.learn(history, Steps.draw(history, Long.MAX_VALUE, settings), settings),
                Optional.empty(),
                0.01,
                0,
                new TrainedModel.Origin(FIRST, LEARNT, history.size(), AdviceFeatures.VERSION, 1));
    }

    private static PriceHistory history(List<PriceObservation> observations) {
        PriceHistoryBuilder builder = new PriceHistoryBuilder();
        observations.forEach(builder::add);
        return builder.build();
    }

    private static void publishInOrder(List<PriceObservation> observations) throws Exception {
        List<Future<?>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka(), "acks", "all", "linger.ms", "20"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (PriceObservation seen : observations) {
                sent.add(producer.send(new ProducerRecord<>(
                        Topics.PRICE_OBSERVATIONS, 0, seen.key().getBytes(UTF_8), PriceObservationJson.write(seen))));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }
    }

    private record Row(
            String offer,
            long second,
            String speaker,
            String cautious,
            String savings,
            String promised,
            int earlier,
            int neighbours,
            String median) {}

    private static List<Row> given() {
        return tables.lines("""
                        SELECT concat(provider, '/', offer_id, ' ', currency), toUnixTimestamp(asked_at), model, cautious,
                            savings, promised_saving, earlier_prices, neighbours, neighbours_median
                        FROM travel.advice FINAL""").stream()
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Row(
                        cells[0],
                        Long.parseLong(cells[1]),
                        cells[2],
                        cells[3],
                        cells[4],
                        cells[5],
                        Integer.parseInt(cells[6]),
                        Integer.parseInt(cells[7]),
                        cells[8]))
                .toList();
    }

    @Test
    void everyWordOfTheModelIsWhatItSaysOnTheTrainersRow() {
        PriceHistory history = history(OBSERVATIONS);
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < history.size(); row++) {
            rows.put(history.offer(row) + " " + history.second(row), row);
        }

        int asked = 0;
        for (Row given : given()) {
            int row = Objects.requireNonNull(rows.get(given.offer() + " " + given.second()), given.offer());
            boolean isKnownEnough = given.earlier() >= LEAST_EARLIER;
            boolean isLearntFrom = !LocalDate.ofInstant(Instant.ofEpochSecond(given.second()), ZoneOffset.UTC)
                    .isAfter(LEARNT);
            assertThat(given.earlier()).as("%s", given).isEqualTo(Math.min(47, history.earlier(row)));
            if (isKnownEnough && !isLearntFrom) {
                double promised = 1 - model.model().predict(List.of(history.features(row)), 7)[0];
                assertThat(given.speaker()).isEqualTo(modelId);
                assertThat(Double.parseDouble(given.promised())).as("%s", given).isEqualTo(promised);
                assertThat(given.savings()).isEqualTo(promised > 0 ? "WAIT" : "BUY");
                asked++;
            } else if (isLearntFrom) {
                assertThat(given.speaker()).isEqualTo(AdviceTerms.RULE_OF_NEIGHBOURS);
            }
        }
        assertThat(asked).isGreaterThan(300);
    }

    @Test
    void everyRowsNeighboursAreThoseOfAPlainQueryOverTheStoredPrices() {
        Map<String, String> naive = new HashMap<>();
        for (String line : tables.lines("""
                SELECT concat(offer, ' ', toString(second)), count(), quantileExactInclusive(0.5)(log(last.1))
                FROM (
                    SELECT concat(a.provider, '/', a.offer_id, ' ', a.currency) AS offer, toUnixTimestamp(a.asked_at) AS second,
                        a.currency AS currency, argMax((o.unit, o.currency), o.observed_at) AS last, max(o.observed_at) AS seen
                    FROM travel.advice AS a
                    INNER JOIN travel.price_observations AS o ON a.market = o.market
                    WHERE o.observed_at <= a.asked_at AND abs(o.departure - a.departure) <= 3
                        AND o.departure >= toDate(a.asked_at) AND NOT o.late
                        AND (o.provider, o.offer_id) != (a.provider, a.offer_id)
                    GROUP BY ALL
                )
                WHERE last.1 IS NOT NULL AND last.2 = currency AND seen >= fromUnixTimestamp(second) - INTERVAL 3 DAY
                GROUP BY ALL""")) {
            String[] cells = line.split("\\|", -1);
            naive.put(cells[0], cells[1] + "|" + cells[2]);
        }

        int withNeighbours = 0;
        for (Row given : given()) {
            if (given.earlier() >= LEAST_EARLIER) {
                String[] known = naive.getOrDefault(given.offer() + " " + given.second(), "0|")
                        .split("\\|", -1);
                assertThat(given.neighbours()).as("%s", given).isEqualTo(Integer.parseInt(known[0]));
                if (given.neighbours() > 0) {
                    assertThat(Math.log(Double.parseDouble(given.median())))
                            .as("%s", given)
                            .isCloseTo(Double.parseDouble(known[1]), within(1e-5));
                    withNeighbours++;
                }
            }
        }
        assertThat(withNeighbours).isGreaterThan(100);
    }
}
