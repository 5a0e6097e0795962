package smarttravel.stack.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.publishing.ObservationPublisher;
import smarttravel.stack.simulation.MarketSize;
import smarttravel.stack.simulation.NaiveDropOracle;
import smarttravel.stack.simulation.SimulatedMarket;
import smarttravel.stack.testing.FaultyProxy;
import smarttravel.stack.testing.Published;
import smarttravel.stack.testing.Tables;

/** The way to ClickHouse breaks while prices flow: no row is lost, none is there twice, and the jobs go on. */
class ClickHouseAwayTest {
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration BACK = Duration.ofSeconds(90);
    private static final int ANSWERS_SWALLOWED = 4;

    @TempDir
    Path folder;

    @Test
    void anOutageOfThirtySecondsAndLostAnswersLeaveEveryRowOnce() throws Exception {
        // Given
        List<PriceObservation> all = SimulatedMarket.of(7, LocalDate.of(2025, 5, 28), 540, MarketSize.SMALL)
                .observations()
                .toList();
        int third = all.size() / 3;
        try (JobPieces pieces = JobPieces.start(folder);
                FaultyProxy way = FaultyProxy.to(pieces.clickHousePort());
                EmbeddedFlink jobs = pieces.startJobs(way.port());
                ObservationPublisher publisher =
                        ObservationPublisher.connect(pieces.kafka().bootstrapServers())) {
            all.subList(0, third).forEach(publisher::publish);
            publisher.flush();
            Awaitility.await()
                    .atMost(BACK)
                    .until(() -> pieces.tables().number("SELECT count() FROM travel.price_observations") == third);

            // When: it is away, and prices come all the while
            way.cut();
            long cutAt = System.nanoTime();
            Awaitility.await().atMost(BACK).pollInterval(Duration.ofMillis(100)).until(() -> {
                long passed = System.nanoTime() - cutAt;
                long due = third + Math.min(third, third * passed / AWAY.toNanos());
                all.subList((int) publisher.accepted(), (int) due).forEach(publisher::publish);
                publisher.flush();
                return passed >= AWAY.toNanos();
            });
            assertThat(way.refused()).isPositive();
            way.mend();
            awaitRunning(jobs);

            // And: inserts are carried out but their answers are lost
            way.swallowAnswersToInserts(ANSWERS_SWALLOWED);
            all.subList((int) publisher.accepted(), all.size()).forEach(publisher::publish);
            publisher.flush();
            Awaitility.await().atMost(BACK).until(() -> way.leftToSwallow() == 0);

            // Then
            Published.awaitInTables(pieces.kafka().bootstrapServers());
            awaitRunning(jobs);
            everyRowIsThereOnce(all, pieces.tables());
        }
    }

    private static void awaitRunning(EmbeddedFlink jobs) {
        Awaitility.await("the jobs run").atMost(BACK).until(() -> jobs.trouble().isEmpty());
    }

    private static void everyRowIsThereOnce(List<PriceObservation> all, Tables tables) {
        assertThat(tables.tablesWithAKeyTwice()).isEmpty();
        assertThat(tables.number("SELECT count() FROM travel.price_observations"))
                .isEqualTo(all.size());
        assertThat(tables.number("SELECT sum(observations) FROM travel.offers")).isEqualTo(all.size());
        assertThat(tables.number("SELECT count() FROM travel.price_drops"))
                .isEqualTo(NaiveDropOracle.drops(all).size());
    }
}
