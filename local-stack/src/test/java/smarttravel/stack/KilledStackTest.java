package smarttravel.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.events.PriceObservation;
import smarttravel.events.PriceObservationJson;
import smarttravel.events.Topics;
import smarttravel.ingest.feeds.Feed;
import smarttravel.ingest.feeds.Pace;
import smarttravel.ingest.feeds.Replay;
import smarttravel.ingest.feeds.mapping.FeedMapping;
import smarttravel.ingest.publishing.ObservationPublisher;
import smarttravel.ingest.publishing.PublishException;
import smarttravel.stack.kafka.FreePort;
import smarttravel.stack.simulation.MarketSize;
import smarttravel.stack.simulation.NaiveDropOracle;
import smarttravel.stack.simulation.NaiveSeasonOracle;
import smarttravel.stack.simulation.SimulatedMarket;
import smarttravel.stack.testing.ChildStack;
import smarttravel.stack.testing.Published;
import smarttravel.stack.testing.Tables;
import smarttravel.stack.testing.Topic;

/** A stack that is killed again and again while it works ends with the tables of one that was left in peace. */
class KilledStackTest {
    private static final Logger LOG = LoggerFactory.getLogger(KilledStackTest.class);
    private static final String MAPPING = """
            format: jsonl
            fields:
              provider: provider
              offerId: offerId
              kind: kind
              name: name
              origin: origin
              destination: destination
              board: board
              nights: nights
              occupancy: occupancy
              basis: basis
              departure: departure
              amount: amount
              currency: currency
              availability: availability
              observedAt: observedAt
            """;
    /** Of a kill after the replay began, and of one after the process began. */
    private static final int LONGEST_REPLAYING = 4_000;

    private static final int LONGEST_STARTING = 6_000;

    @TempDir
    Path folder;

    @AfterEach
    void endWhatAFailureLeft() {
        ChildStack.processesOn(data()).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void fiveKillsLoseNothingAndDoubleNothing() throws Exception {
        // Given
        List<PriceObservation> observations = SimulatedMarket.of(11, LocalDate.of(2026, 1, 5), 200, MarketSize.DEMO)
                .observations()
                .toList();
        Path feed = write(observations);
        Random moments = new Random(20_261_123);
        int port = FreePort.find();

        // When
        killWhileReplaying(feed, port, moments.nextInt(LONGEST_REPLAYING));
        killWhileReplaying(feed, port, moments.nextInt(LONGEST_REPLAYING));
        killWhileStarting(port, moments.nextInt(LONGEST_STARTING));
        killWhileReplaying(feed, port, moments.nextInt(LONGEST_REPLAYING));
        killWhileReplaying(feed, port, moments.nextInt(LONGEST_REPLAYING));

        // Then
        try (ChildStack stack = ChildStack.start(data(), port)) {
            RunFile running = stack.awaitReady();
            replay(feed, running.kafka());
            Published.awaitInTables(running.kafka());
            holdsExactly(observations, new Tables(running.reader()));
            toldEveryDropTheSameWay(running.kafka(), new Tables(running.reader()));
            stack.stop();
        }
        Awaitility.await("no process is left on the folder")
                .atMost(Duration.ofSeconds(20))
                .until(() -> ChildStack.processesOn(data()).isEmpty());
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path write(List<PriceObservation> observations) throws Exception {
        Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
        return Files.write(
                folder.resolve("feed.jsonl"),
                observations.stream()
                        .map(seen -> new String(PriceObservationJson.write(seen), StandardCharsets.UTF_8))
                        .toList());
    }

    private void killWhileReplaying(Path feed, int port, int millis) throws Exception {
        LOG.info("Kill after {} ms of replay", millis);
        try (ChildStack stack = ChildStack.start(data(), port)) {
            String kafka = stack.awaitReady().kafka();
            CompletableFuture<Void> replaying = CompletableFuture.runAsync(() -> replayUntilCut(feed, kafka));
            CompletableFuture.runAsync(stack::kill, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                    .join();
            replaying.join();
        }
    }

    private void killWhileStarting(int port, int millis) throws Exception {
        LOG.info("Kill {} ms after the start", millis);
        try (ChildStack stack = ChildStack.start(data(), port)) {
            CompletableFuture.runAsync(stack::kill, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS))
                    .join();
        }
    }

    private void replayUntilCut(Path feed, String kafka) {
        try {
            replay(feed, kafka);
        } catch (PublishException killed) {
            LOG.info("Replay was cut: {}", killed.getMessage());
        }
    }

    /** As the command does, but by a producer that soon gives up on a broker that is gone. */
    private void replay(Path feed, String kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka,
                "linger.ms", 20,
                "request.timeout.ms", 1_000,
                "delivery.timeout.ms", 2_000,
                "max.block.ms", 2_000);
        Clock clock = Clock.systemUTC();
        try (Feed rows = Feed.open(feed, FeedMapping.read(folder.resolve("mapping.yaml")), clock);
                ObservationPublisher publisher = new ObservationPublisher(
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()))) {
            new Replay(rows, publisher, Pace.perSecond(20_000), at -> {}, clock).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void holdsExactly(List<PriceObservation> observations, Tables tables) {
        assertThat(tables.tablesWithAKeyTwice()).isEmpty();
        assertThat(tables.number("SELECT count() FROM travel.price_observations"))
                .isEqualTo(observations.size());
        assertThat(tables.number("SELECT countIf(late) FROM travel.price_observations"))
                .isZero();
        assertThat(Verdicts.inTables(tables)).isEqualTo(Verdicts.of(NaiveDropOracle.findings(observations)));
        assertThat(observationsPerOffer(tables)).isEqualTo(countPerOffer(observations));
        assertThat(levels(tables)).containsExactlyInAnyOrderElementsOf(levels(observations));
    }

    private static Map<String, Long> countPerOffer(List<PriceObservation> observations) {
        return observations.stream()
                .collect(Collectors.groupingBy(PriceObservation::key, TreeMap::new, Collectors.counting()));
    }

    private static Map<String, Long> observationsPerOffer(Tables tables) {
        return tables.lines("SELECT concat(provider, '/', offer_id), observations FROM travel.offers").stream()
                .map(line -> line.split("\\|", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Long.valueOf(cells[1]), Long::sum, TreeMap::new));
    }

    private static List<String> levels(Tables tables) {
        return tables.lines("""
                        SELECT market, substring(toString(departure_month), 1, 7), offers, round(level, 4)
                        FROM travel.seasonal_levels WHERE level > 0""").stream()
                .map(line -> line.substring(0, line.lastIndexOf('|') + 1)
                        + Math.round(Double.parseDouble(line.substring(line.lastIndexOf('|') + 1))))
                .toList();
    }

    private static List<String> levels(List<PriceObservation> observations) {
        return NaiveSeasonOracle.seasons(observations).entrySet().stream()
                .flatMap(market -> market.getValue().months().entrySet().stream()
                        .filter(month -> month.getValue().level() != null)
                        .map(month -> market.getKey() + "|" + month.getKey() + "|"
                                + month.getValue().offers() + "|"
                                + Math.round(month.getValue().level())))
                .toList();
    }

    private static void toldEveryDropTheSameWay(String kafka, Tables tables) {
        Map<String, String> messages = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> message : new Topic(kafka, Topics.PRICE_DROPS).records()) {
            String text = new String(message.value(), StandardCharsets.UTF_8);
            String before = messages.put(StackEvidence.dropId(message.value()), text);
            assertThat(before == null ? text : before).isEqualTo(text);
        }
        assertThat(messages.keySet())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(tables.lines("SELECT drop_id FROM travel.price_drops"));
    }
}
