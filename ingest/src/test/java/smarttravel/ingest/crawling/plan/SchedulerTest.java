package smarttravel.ingest.crawling.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.crawling.Stop;
import smarttravel.ingest.crawling.ledger.Lane;
import smarttravel.ingest.crawling.ledger.NewCrawl;
import smarttravel.ingest.crawling.ledger.PostgresCrawls;
import smarttravel.ingest.crawling.ledger.PostgresOutbox;
import smarttravel.ingest.crawling.testing.CrawlDatabase;
import smarttravel.ingest.crawling.testing.LineSite;
import smarttravel.ingest.crawling.testing.MovableClock;
import smarttravel.ingest.crawling.testing.TasksInMemory;
import smarttravel.ingest.providers.ProviderFile.Schedule;
import smarttravel.ingest.providers.SearchCriteria;

class SchedulerTest {
    private final Jdbi jdbi = CrawlDatabase.empty();
    private final MovableClock clock = new MovableClock();
    private final LineSite site = new LineSite(clock);
    private final TasksInMemory tasks = new TasksInMemory();

    @Test
    void anUrgentRequestIsInItsLaneWithinThreeTenthsOfASecond() {
        Clock real = Clock.systemUTC();
        Stop stop = new Stop();
        try (PostgresLeadership leadership = new PostgresLeadership(CrawlDatabase.login());
                Scheduler running = Scheduler.start(leadership, chores(real), stop, real)) {
            request();
            assertThat(running).isNotNull();
            Awaitility.await("the scheduler leads")
                    .until(() -> tasks.next(Lane.URGENT).isPresent());

            Instant asked = real.instant();
            request();
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> tasks.next(Lane.URGENT).isPresent());

            assertThat(Duration.between(asked, real.instant())).isLessThan(Duration.ofMillis(300));
        }
    }

    @Test
    void oneProcessSchedulesAndAnotherTakesOverWhenItEnds() {
        try (PostgresLeadership second = new PostgresLeadership(CrawlDatabase.login())) {
            try (PostgresLeadership first = new PostgresLeadership(CrawlDatabase.login())) {
                assertThat(first.lead()).isTrue();
                assertThat(second.lead()).isFalse();
                assertThat(first.lead()).isTrue();
            }
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(second::lead);
        }
    }

    @Test
    void aProcessThatHangsLosesTheLead() {
        try (PostgresLeadership hanging = new PostgresLeadership(CrawlDatabase.login());
                PostgresLeadership second = new PostgresLeadership(CrawlDatabase.login())) {
            assertThat(hanging.lead()).isTrue();

            Awaitility.await()
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(10))
                    .until(second::lead);

            assertThat(hanging.lead()).isFalse();
        }
    }

    @Test
    void whatIsDueBeginsOnceAndAgainAfterItsInterval() {
        site.scheduled(every(Duration.ofHours(1), Optional.empty()));
        refreshAndBegin();
        assertThat(crawls()).isEqualTo(1);

        clock.pass(Duration.ofMinutes(59));
        refreshAndBegin();
        assertThat(crawls()).isEqualTo(1);

        clock.pass(Duration.ofMinutes(1));
        refreshAndBegin();
        assertThat(crawls()).as("the last one is still open").isEqualTo(1);

        jdbi.useHandle(handle -> handle.execute("UPDATE crawl_tasks SET state = 'DONE'"));
        new PostgresCrawls(jdbi, clock).closeFinished();
        refreshAndBegin();
        assertThat(crawls()).isEqualTo(2);
    }

    @Test
    void nothingBeginsOrIsPublishedInQuietHours() {
        site.scheduled(every(Duration.ofHours(1), Optional.of("11:00-13:00 UTC")));
        refreshAndBegin();
        assertThat(crawls()).isZero();

        clock.pass(Duration.ofHours(1));
        refreshAndBegin();
        assertThat(crawls()).isEqualTo(1);

        clock.pass(Duration.ofHours(22));
        chores(clock).list().forEach(chore -> chore.doIfDue(clock.instant()));
        assertThat(tasks.waiting(Lane.USUAL)).isEmpty();
    }

    @Test
    void watchedDeparturesAndVolatileMarketsGoFirst() {
        site.scheduled(every(Duration.ofHours(4), Optional.empty()));
        jdbi.useHandle(handle -> {
            handle.execute("INSERT INTO watched_departures VALUES ('PUJ', '2027-01-10', '2027-01-20', 'a client')");
            handle.execute("INSERT INTO watched_departures VALUES ('OLD', '2020-01-10', '2020-01-20', 'a client')");
            handle.execute("""
                    INSERT INTO crawled_prices
                    SELECT 'lines', d || n, d, 1, 1, 'USD', d = 'MIA' AND n < 3, timestamptz '2026-11-22 00:00Z'
                    FROM generate_series(1, 10) n, unnest(ARRAY['MIA', 'CUN']) d""");
        });

        refreshAndBegin();

        List<String> asked = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT concat_ws(' ', criteria ->> 'destination', criteria ->> 'departureFrom') FROM crawls"
                                + " ORDER BY priority")
                .mapTo(String.class)
                .list());
        assertThat(asked).containsExactly("PUJ 2027-01-10", "MIA", "");
    }

    @Test
    void aTaskWhoseRecordWasLostIsPublishedAgain() {
        site.scheduled(every(Duration.ofHours(1), Optional.empty()));
        refreshAndBegin();
        chores(clock).list().forEach(chore -> chore.doIfDue(clock.instant()));
        assertThat(tasks.next(Lane.USUAL)).isPresent();

        clock.pass(Duration.ofMinutes(3));
        chores(clock).list().forEach(chore -> chore.doIfDue(clock.instant()));
        chores(clock).list().forEach(chore -> chore.doIfDue(clock.instant()));

        assertThat(tasks.waiting(Lane.USUAL)).hasSize(1);
    }

    private void request() {
        new PostgresCrawlRequests(jdbi, clock)
                .ask(Optional.empty(), SearchCriteria.to("CUN"), NewCrawl.Reason.SEARCH, Lane.URGENT);
    }

    private void refreshAndBegin() {
        Planner planner = new Planner(
                CrawledProviders.of(site.provider()),
                new PostgresPlans(jdbi, clock),
                new PostgresCrawls(jdbi, clock),
                new PostgresCrawlRequests(jdbi, clock),
                clock);
        planner.refreshPlans();
        planner.beginDue();
    }

    private Chores chores(Clock by) {
        return new Chores(
                CrawledProviders.of(site.provider()),
                new PostgresPlanning(jdbi, by),
                new PostgresCrawls(jdbi, by),
                new PostgresOutbox(jdbi, tasks, by),
                () -> {},
                by);
    }

    private int crawls() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM crawls")
                .mapTo(Integer.class)
                .one());
    }

    private static Schedule every(Duration every, Optional<String> quiet) {
        return new Schedule(Optional.of(every), quiet, List.of());
    }
}
