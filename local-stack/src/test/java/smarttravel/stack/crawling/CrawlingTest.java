package smarttravel.stack.crawling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.events.PriceObservation;
import smarttravel.events.PriceObservationJson;
import smarttravel.events.Topics;
import smarttravel.ingest.crawling.ledger.Lane;
import smarttravel.ingest.crawling.ledger.NewCrawl;
import smarttravel.ingest.crawling.plan.PostgresCrawlRequests;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.sql.PostgresSchema;
import smarttravel.stack.crawling.PlainSite.Visit;
import smarttravel.stack.kafka.EmbeddedKafka;
import smarttravel.stack.postgres.EmbeddedPostgreSql;
import smarttravel.stack.testing.ForkedJvm;
import smarttravel.stack.testing.Topic;

/** Three processes crawl together while one of them is killed again and again. */
class CrawlingTest {
    private static final Logger LOG = LoggerFactory.getLogger(CrawlingTest.class);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int PAGES_PER_DESTINATION = 20;
    private static final int PAGES = PlainProvider.DESTINATIONS.size() * PAGES_PER_DESTINATION;
    private static final int KILLS = 5;
    private static final int WORKERS = 4;

    @TempDir
    Path folder;

    private final List<ForkedJvm> processes = new ArrayList<>();
    private final Map<Long, Instant> kills = new HashMap<>();

    @AfterEach
    void endWhatIsLeft() {
        processes.forEach(ForkedJvm::close);
    }

    @Test
    void fiveKillsLoseNoOfferAndRepeatOnlyWhatWasInFlight() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"));
                EmbeddedPostgreSql postgres = EmbeddedPostgreSql.start(folder.resolve("postgres"));
                PlainSite site = PlainSite.start(PAGES_PER_DESTINATION, Duration.ofMillis(100))) {
            // Given
            PostgresSchema.apply(postgres.dataSource());
            for (int i = 0; i < 3; i++) {
                processes.add(start(kafka, postgres, site));
            }
            new PostgresCrawlRequests(Jdbi.create(postgres.dataSource()), CLOCK)
                    .ask(Optional.empty(), SearchCriteria.EVERYTHING, NewCrawl.Reason.MANUAL, Lane.USUAL);

            // When
            for (int kill = 1; kill <= KILLS; kill++) {
                int enough = PAGES * kill / (KILLS + 2);
                awaitUntil(postgres, "SELECT count(*) >= " + enough + " FROM crawl_tasks WHERE state = 'DONE'");
                killOne(kill % processes.size());
                processes.set(kill % processes.size(), start(kafka, postgres, site));
            }
            awaitUntil(postgres, "SELECT count(*) = 1 FROM crawls WHERE closed_at IS NOT NULL");

            // Then
            LOG.info("{} fetches of {} pages", site.visits().size(), PAGES);
            everyOfferWasObservedOnce(kafka.bootstrapServers());
            onlyWhatWasInFlightWasFetchedAgain(site.visits());
            assertThat(one(postgres, "SELECT done = " + PAGES + " AND dead = 0 FROM crawls"))
                    .isTrue();
        }
    }

    private ForkedJvm start(EmbeddedKafka kafka, EmbeddedPostgreSql postgres, PlainSite site) throws IOException {
        return ForkedJvm.start(
                PlainIngestMain.class,
                folder.resolve("process-" + System.nanoTime() + ".log"),
                kafka.bootstrapServers(),
                postgres.jdbcUrl(),
                postgres.user(),
                postgres.password(),
                "http://127.0.0.1:" + site.port());
    }

    private void killOne(int which) throws InterruptedException {
        ForkedJvm process = processes.get(which);
        Instant before = CLOCK.instant();
        process.kill();
        kills.put(process.pid(), CLOCK.instant());
        LOG.info("Killed {} in {}", process.pid(), Duration.between(before, CLOCK.instant()));
    }

    private static void everyOfferWasObservedOnce(String kafka) {
        Set<String> observations = new HashSet<>();
        Set<String> offers = new HashSet<>();
        List<ConsumerRecord<String, byte[]>> records = new Topic(kafka, Topics.PRICE_OBSERVATIONS).records();
        for (ConsumerRecord<String, byte[]> record : records) {
            PriceObservation seen = PriceObservationJson.read(record.value(), CLOCK.instant());
            offers.add(seen.key());
            observations.add(seen.key() + " " + seen.observedAt());
        }
        LOG.info("{} records, {} observations of {} offers", records.size(), observations.size(), offers.size());
        assertThat(offers).hasSize(PAGES * PlainSite.OFFERS_PER_PAGE);
        assertThat(observations).hasSameSizeAs(offers);
    }

    private void onlyWhatWasInFlightWasFetchedAgain(List<Visit> visits) {
        Map<String, List<Visit>> byPage = visits.stream().collect(Collectors.groupingBy(Visit::page));
        assertThat(byPage).hasSize(PAGES);
        byPage.forEach((page, fetches) -> {
            for (Visit fetch : fetches.subList(0, fetches.size() - 1)) {
                Instant killed = kills.getOrDefault(fetch.process(), Instant.MAX);
                assertThat(killed).as("%s was fetched again: %s", page, fetches).isBefore(Instant.MAX);
                assertThat(fetch.asked()).isBefore(killed);
                assertThat(fetch.answered()).isAfter(killed.minusMillis(500));
            }
        });
        assertThat(visits).hasSizeLessThanOrEqualTo(PAGES + KILLS * WORKERS);
    }

    private static void awaitUntil(EmbeddedPostgreSql postgres, String question) {
        Awaitility.await(question)
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(90))
                .until(() -> one(postgres, question));
    }

    private static boolean one(EmbeddedPostgreSql postgres, String question) throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
