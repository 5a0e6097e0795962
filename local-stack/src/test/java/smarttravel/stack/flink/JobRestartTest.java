package smarttravel.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.events.PriceObservation;
import smarttravel.events.Topics;
import smarttravel.stack.kafka.TravelTopics;
import smarttravel.stack.simulation.MarketSize;
import smarttravel.stack.simulation.NaiveDropOracle;
import smarttravel.stack.simulation.SimulatedMarket;
import smarttravel.stack.testing.Published;
import smarttravel.stack.testing.Tables;

/** Jobs that are stopped and started again, also when what they saved last is damaged. */
class JobRestartTest {
    private static final List<PriceObservation> ALL = SimulatedMarket.of(
                    7, LocalDate.of(2025, 5, 28), 540, MarketSize.SMALL)
            .observations()
            .toList();
    private static final int HALF = ALL.size() / 2;

    @TempDir
    Path folder;

    private JobPieces pieces;
    private int published;

    @BeforeEach
    void start() throws Exception {
        pieces = JobPieces.start(folder);
    }

    @AfterEach
    void stop() {
        pieces.close();
    }

    @Test
    void aStopAndAStartGoOnWithoutReadingAgain() throws Exception {
        // Given
        runUntil(HALF);
        forgetWhatWasRead();

        // When
        runUntil(ALL.size());

        // Then
        holdsEverything();
    }

    @Test
    void whenTheNewestCheckpointsAreDamagedTheOneBeforeIsTakenUp() throws Exception {
        // Given
        runUntil(HALF);
        List<Path> checkpoints = checkpointsNewestFirst();
        Files.delete(checkpoints.get(0).resolve("_metadata"));
        cut(largestStateFile(checkpoints.get(1)));

        // When
        assertThat(new CheckpointFolder(pieces.checkpoints()).newestWhole()).contains(checkpoints.get(2));
        runUntil(ALL.size());

        // Then
        holdsEverything();
    }

    @Test
    void withEveryCheckpointDamagedTheTopicIsReadFromTheBeginning() throws Exception {
        // Given
        runUntil(HALF);
        for (Path checkpoint : checkpointsNewestFirst()) {
            cut(checkpoint.resolve("_metadata"));
        }

        // When
        assertThat(new CheckpointFolder(pieces.checkpoints()).newestWhole()).isEmpty();
        runUntil(ALL.size());

        // Then
        holdsEverything();
    }

    /** Runs the jobs on what is new, until that many observations are stored; stopping them saves a last checkpoint. */
    private void runUntil(int observations) throws Exception {
        try (EmbeddedFlink jobs = pieces.startJobs()) {
            Published.observations(
                    ALL.subList(published, observations), pieces.kafka().bootstrapServers());
            published = observations;
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> stored() == observations && jobs.trouble().isEmpty());
            awaitCheckpoints();
        }
    }

    private long stored() {
        return pieces.tables().number("SELECT count() FROM travel.price_observations");
    }

    /** Three are kept; with all of them newer than now, each holds all that was stored. */
    private void awaitCheckpoints() throws IOException {
        int newest = newestCheckpoint();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> newestCheckpoint() >= newest + 3);
    }

    /** Its number; 0 before the first. */
    private int newestCheckpoint() throws IOException {
        List<Path> checkpoints = checkpointsNewestFirst();
        return checkpoints.isEmpty() ? 0 : number(checkpoints.get(0));
    }

    private void holdsEverything() {
        Tables tables = pieces.tables();
        assertThat(tables.tablesWithAKeyTwice()).isEmpty();
        assertThat(tables.number("SELECT count() FROM travel.price_observations"))
                .isEqualTo(ALL.size());
        assertThat(tables.lines("SELECT concat(provider, '/', offer_id), observations FROM travel.offers"))
                .containsExactlyInAnyOrderElementsOf(ALL.stream()
                        .collect(Collectors.groupingBy(PriceObservation::key, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(offer -> offer.getKey() + "|" + offer.getValue())
                        .toList());
        assertThat(tables.number("SELECT count() FROM travel.price_drops"))
                .isEqualTo(NaiveDropOracle.drops(ALL).size());
    }

    /** Deletes every record on the topic: who would read it again finds nothing. */
    private void forgetWhatWasRead() throws Exception {
        Map<TopicPartition, RecordsToDelete> everything = new HashMap<>();
        for (int partition = 0; partition < TravelTopics.PARTITIONS; partition++) {
            everything.put(new TopicPartition(Topics.PRICE_OBSERVATIONS, partition), RecordsToDelete.beforeOffset(-1));
        }
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", pieces.kafka().bootstrapServers()))) {
            admin.deleteRecords(everything).all().get();
        }
    }

    private List<Path> checkpointsNewestFirst() throws IOException {
        try (Stream<Path> files = Files.walk(pieces.checkpoints(), 3)) {
            List<Path> checkpoints = files.filter(file -> file.endsWith("_metadata"))
                    .map(Path::getParent)
                    .sorted(Comparator.comparingInt(JobRestartTest::number).reversed())
                    .toList();
            return checkpoints;
        }
    }

    private static int number(Path checkpoint) {
        return Integer.parseInt(checkpoint.getFileName().toString().substring("chk-".length()));
    }

    private static Path largestStateFile(Path checkpoint) throws IOException {
        try (Stream<Path> files = Files.list(checkpoint)) {
            return files.filter(file -> !file.endsWith("_metadata"))
                    .max(Comparator.comparingLong(JobRestartTest::size))
                    .orElseThrow();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cut(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
    }
}
