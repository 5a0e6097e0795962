package smarttravel.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
import smarttravel.events.Market;
import smarttravel.events.PriceObservation;
import smarttravel.events.PriceObservationJson;
import smarttravel.events.Topics;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.features.OfferTrack;
import smarttravel.jobs.advice.history.PriceHistory;
import smarttravel.jobs.advice.history.PriceHistoryBuilder;
import smarttravel.jobs.advice.learning.FittedQ;
import smarttravel.jobs.advice.learning.LearningSettings;
import smarttravel.jobs.advice.learning.ModelFile;
import smarttravel.jobs.advice.learning.Steps;
import smarttravel.jobs.advice.learning.TrainedModel;
import smarttravel.stack.kafka.ModelTopic;
import smarttravel.stack.simulation.GoogleFlights;
import smarttravel.stack.simulation.MarketSize;
import smarttravel.stack.simulation.SimulatedMarket;
import smarttravel.stack.testing.Published;
import smarttravel.stack.testing.Tables;

/**
 * Every word of advice that lies in the table, against the rows that a model would be learnt from and against a plain search
 * through all observations. Everything is read in order, in one partition by one task, because what a word knows of its neighbours
 * depends on the order in which partitions are read.
 */
class AdviceInTablesTest {
    private static final Logger LOG = LoggerFactory.getLogger(AdviceInTablesTest.class);
    private static final LocalDate FIRST = LocalDate.of(2025, 5, 28);
    private static final LocalDate LEARNT = FIRST.plusDays(20);
    private static final int DAYS = 40;
    private static final int PARTS = 8;
    private static final double MARGIN = 0.01;

    private static final List<PriceObservation> OBSERVATIONS =
            Stream.concat(simulated(), realFares()).toList();
    private static Stack stack;
    private static Tables tables;
    private static TrainedModel model;
    private static String modelId;

    private static Stream<PriceObservation> simulated() {
        Instant end = FIRST.plusDays(DAYS).atStartOfDay().toInstant(ZoneOffset.UTC);
        return SimulatedMarket.of(7, FIRST, 540, MarketSize.DEMO)
                .observations()
                .filter(seen -> seen.observedAt().isBefore(end));
    }

    /**
     * Of one route in twenty, where there is a copy: they are later, so the model speaks on all of them. Seen a second after the
     * other, as a crawler sees them: of fares of one second that are read in several pauses, those asked about first do not know
     * all that the second tells of how the route is wont to move.
     */
    private static Stream<PriceObservation> realFares() {
        AtomicInteger order = new AtomicInteger();
        return GoogleFlights.areThere()
                ? GoogleFlights.observations().stream()
                        .filter(seen -> Math.floorMod(Market.of(seen).hashCode(), 20) == 0)
                        .map(fare -> GoogleFlights.seenLater(fare, order.getAndIncrement() % 3_600))
                        .sorted(Comparator.comparing(PriceObservation::observedAt))
                : Stream.of();
    }

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
        if (model != null) {
            model.close();
        }
        if (stack != null) {
            stack.close();
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
                MARGIN,
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

    @Test
    void everyWordOfTheModelIsWhatItSaysOnTheTrainersRow() {
        PriceHistory history = history(OBSERVATIONS);
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < history.size(); row++) {
            rows.put(history.offer(row) + " " + history.second(row), row);
        }

        Map<String, Integer> said = new TreeMap<>();
        int realFares = 0;
        for (AdviceRow given : AdviceRow.all(tables)) {
            int row = Objects.requireNonNull(rows.get(given.moment()), given.moment());
            assertThat(given.earlier()).as("%s", given).isEqualTo(Math.min(OfferTrack.KEPT - 1, history.earlier(row)));
            assertThat(given.price()).as("%s", given).isCloseTo(history.cost(row), withinPercentage(0.001));
            if (given.isKnownEnough() && given.day().isAfter(LEARNT)) {
                double promised = 1 - model.model().predict(List.of(history.features(row)), 7)[0];
                String cautious = promised > 0 && promised >= MARGIN ? "WAIT" : "BUY";
                assertThat(given.speaker()).isEqualTo(modelId);
                assertThat(Double.parseDouble(given.promised())).as("%s", given).isEqualTo(promised);
                assertThat(given.savings()).as("%s", given).isEqualTo(promised > 0 ? "WAIT" : "BUY");
                assertThat(given.cautious())
                        .as("%s", given)
                        .isEqualTo(given.neighbours() == 0 ? "INSUFFICIENT" : cautious);
                said.merge(given.savings() + " " + given.cautious(), 1, Integer::sum);
                realFares += given.offer().startsWith("google-flights/") ? 1 : 0;
            }
        }
        assertThat(realFares > 0).isEqualTo(GoogleFlights.areThere());
        assertThat(said).containsOnlyKeys("BUY BUY", "BUY INSUFFICIENT", "WAIT BUY", "WAIT INSUFFICIENT", "WAIT WAIT");
    }

    @Test
    void everyWordOfTheRuleAndEveryRowsNeighboursAreThoseOfAPlainSearch() {
        NaiveNeighbours naive = new NaiveNeighbours(OBSERVATIONS);
        Map<String, Integer> said = new TreeMap<>();
        for (AdviceRow given : AdviceRow.all(tables)) {
            double[] near = naive.of(given.offer(), given.currency(), given.second());
            int neighbours = near.length;
            if (!given.isKnownEnough()) {
                assertThat(List.of(given.cautious(), given.savings())).containsOnly("INSUFFICIENT");
                said.merge("known too little", 1, Integer::sum);
                continue;
            }
            assertThat(given.neighbours()).as("%s", given).isEqualTo(neighbours);
            if (neighbours > 0) {
                assertThat(Math.log(Double.parseDouble(given.median())))
                        .as("%s", given)
                        .isCloseTo(NaiveNeighbours.median(near), within(1e-5));
            }
            if (!given.day().isAfter(LEARNT)) {
                String word = neighbours == 0
                        ? "INSUFFICIENT"
                        : Math.log(given.price()) - NaiveNeighbours.median(near) > Math.log(1.02) ? "WAIT" : "BUY";
                assertThat(given.speaker()).isEqualTo(AdviceTerms.RULE_OF_NEIGHBOURS);
                assertThat(List.of(given.cautious(), given.savings()))
                        .as("%s", given)
                        .containsOnly(word);
                said.merge("rule says " + word, 1, Integer::sum);
            }
            said.merge(Math.min(2, neighbours) + " neighbours or more", 1, Integer::sum);
        }
        assertThat(said)
                .containsOnlyKeys(
                        "0 neighbours or more",
                        "1 neighbours or more",
                        "2 neighbours or more",
                        "known too little",
                        "rule says BUY",
                        "rule says INSUFFICIENT",
                        "rule says WAIT");
    }
}
