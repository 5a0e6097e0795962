package smarttravel.ingest.crawling.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import smarttravel.events.PriceObservation;
import smarttravel.events.PriceObservationJson;
import smarttravel.events.Topics;
import smarttravel.ingest.crawling.AlwaysPublish;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.crawling.PublicationGate;
import smarttravel.ingest.crawling.PublicationGate.Decision;
import smarttravel.ingest.crawling.Stop;
import smarttravel.ingest.crawling.kept.PostgresKeptPages;
import smarttravel.ingest.crawling.kept.ReplayRejected;
import smarttravel.ingest.crawling.ledger.Lane;
import smarttravel.ingest.crawling.ledger.NewCrawl;
import smarttravel.ingest.crawling.ledger.PostgresCrawls;
import smarttravel.ingest.crawling.ledger.PostgresFetchedPages;
import smarttravel.ingest.crawling.ledger.PostgresLedger;
import smarttravel.ingest.crawling.ledger.PostgresLocks;
import smarttravel.ingest.crawling.ledger.PostgresOutbox;
import smarttravel.ingest.crawling.plan.NextTasks;
import smarttravel.ingest.crawling.queue.TaskQueue.Delivery;
import smarttravel.ingest.crawling.testing.CrawlDatabase;
import smarttravel.ingest.crawling.testing.LineSite;
import smarttravel.ingest.crawling.testing.MovableClock;
import smarttravel.ingest.crawling.testing.TasksInMemory;
import smarttravel.ingest.fetching.FetchOutcome;
import smarttravel.ingest.fetching.FetchOutcome.Reason;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.ingest.publishing.ObservationPublisher;

class TaskHandlerTest {
    private final Jdbi jdbi = CrawlDatabase.empty();
    private final MovableClock clock = new MovableClock();
    private final LineSite site = new LineSite(clock);
    private final TasksInMemory tasks = new TasksInMemory();
    private final PostgresLocks locks = new PostgresLocks(CrawlDatabase.login(), "tasks of a test");
    private final PostgresOutbox outbox = new PostgresOutbox(jdbi, tasks, clock);
    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final ObservationPublisher publisher = new ObservationPublisher(kafka);
    private final List<String> deadLetters = new ArrayList<>();

    @AfterEach
    void letGo() {
        locks.close();
    }

    @Test
    void aPageThatIsNamedByManyIsFetchedOnce() throws InterruptedException {
        site.page("start", "offer a 100", "next two", "next three")
                .page("two", "offer b 200", "next start", "next three#more")
                .page("three", "offer c 300", "next HTTP://LINES.example:80/two");
        begin();

        workOffAll(handler(new AlwaysPublish()));

        assertThat(observations()).extracting(PriceObservation::offerId).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(List.of(site.fetches("start"), site.fetches("two"), site.fetches("three")))
                .containsOnly(1);
        assertThat(new PostgresCrawls(jdbi, clock).closeFinished()).isEqualTo(1);
        assertThat(text("SELECT pages || ' ' || done || ' ' || dead || ' ' || offers FROM crawls"))
                .isEqualTo("3 3 0 3");
        assertThat(text("SELECT count(*) FROM fetched_pages")).isEqualTo("0");
    }

    @Test
    void whatWasFetchedBeforeAKillIsReadAgainAsItWas() throws InterruptedException {
        site.page("start", "offer a 100");
        begin();
        Delivery delivery = tasks.next(Lane.USUAL).orElseThrow();
        assertThatThrownBy(() -> handler(failing(Integer.MAX_VALUE)).handle(delivery))
                .hasMessage("no gate");
        clock.pass(Duration.ofSeconds(40));
        site.page("start", "offer a 999");

        handler(new AlwaysPublish()).handle(new Delivery(delivery.task(), 2));

        assertThat(site.fetches("start")).isEqualTo(1);
        assertThat(observations())
                .hasSize(2)
                .allSatisfy(seen -> assertThat(seen).isEqualTo(observations().get(0)));
        assertThat(text("SELECT state FROM crawl_tasks")).isEqualTo("DONE");
    }

    @Test
    void aPageThatDoesNotComeIsGivenUpAtTheFourthAttempt() throws InterruptedException {
        site.answers("start", unavailable(Reason.TIMEOUT));
        begin();
        TaskHandler handler = handler(new AlwaysPublish());

        for (int attempt = 1; attempt <= 3; attempt++) {
            handler.handle(tasks.next(Lane.USUAL).orElseThrow());
            assertThat(text("SELECT state || attempts FROM crawl_tasks")).isEqualTo("NEW" + attempt);
            assertThat(outbox.publishDue(LineSite.ID, 10)).as("before its time").isZero();
            clock.pass(Duration.ofMinutes(5));
            outbox.publishDue(LineSite.ID, 10);
        }
        handler.handle(tasks.next(Lane.USUAL).orElseThrow());

        assertThat(text("SELECT state || attempts FROM crawl_tasks")).isEqualTo("DEAD4");
        assertThat(deadLetters).containsExactly("timeout");
    }

    @Test
    void waitingForAHostIsNoAttempt() throws InterruptedException {
        site.answers("start", unavailable(Reason.HOST_BUSY));
        begin();

        handler(new AlwaysPublish()).handle(tasks.next(Lane.USUAL).orElseThrow());

        assertThat(text("SELECT state || attempts FROM crawl_tasks")).isEqualTo("NEW0");
    }

    @Test
    void aPageThatWillNeverComeIsGivenUpAtOnce() throws InterruptedException {
        site.answers("start", new FetchOutcome.Refused(Reason.NOT_FOUND, "404"));
        begin();

        handler(new AlwaysPublish()).handle(tasks.next(Lane.USUAL).orElseThrow());

        assertThat(text("SELECT state || ' ' || last_error FROM crawl_tasks")).isEqualTo("DEAD not-found: 404");
        assertThat(deadLetters).containsExactly("not-found");
    }

    @Test
    void aTaskThatIsBegunForTheFourthTimeIsToldAndNotTriedAgain() throws InterruptedException {
        site.page("start", "offer a 100");
        begin();
        Delivery delivery = tasks.next(Lane.USUAL).orElseThrow();
        PostgresLedger ledger = new PostgresLedger(jdbi, clock);
        for (int killed = 1; killed <= 3; killed++) {
            assertThat(ledger.begin(delivery.task())).isPresent();
        }

        handler(new AlwaysPublish()).handle(delivery);

        assertThat(deadLetters).containsExactly("crashed");
        assertThat(text("SELECT state FROM crawl_tasks")).isEqualTo("DEAD");
        assertThat(site.fetches("start")).isZero();
    }

    @Test
    void aRecordThatWasHandedToNobodySeveralTimesIsWorkedOff() throws InterruptedException {
        site.page("start", "offer a 100");
        begin();
        Delivery first = tasks.next(Lane.USUAL).orElseThrow();

        handler(new AlwaysPublish()).handle(new Delivery(first.task(), 5));

        assertThat(text("SELECT state FROM crawl_tasks")).isEqualTo("DONE");
        assertThat(deadLetters).isEmpty();
    }

    @Test
    void aTaskInOtherHandsIsLookedAtAgainLater() throws InterruptedException {
        begin();
        Delivery delivery = tasks.next(Lane.USUAL).orElseThrow();
        try (PostgresLocks other = new PostgresLocks(CrawlDatabase.login(), "another process")) {
            assertThat(other.tryLock(delivery.task())).isTrue();

            handler(new AlwaysPublish()).handle(delivery);

            assertThat(site.fetches("start")).isZero();
            assertThat(text("SELECT state FROM crawl_tasks")).isEqualTo("NEW");
        }
        clock.pass(Duration.ofSeconds(3));
        outbox.publishDue(LineSite.ID, 10);
        Awaitility.await().until(() -> {
            handler(new AlwaysPublish()).handle(delivery);
            return site.fetches("start") == 1;
        });
    }

    @Test
    void whatFailsWhoeverTriesItIsGivenUpAtTheFourthAttemptAndTheCrawlEnds() {
        site.page("start", "offer a 100");
        begin();
        TaskHandler handler = handler(failing(Integer.MAX_VALUE));

        for (int attempt = 1; attempt <= 4; attempt++) {
            Delivery delivery =
                    new Delivery(tasks.next(Lane.USUAL).orElseThrow().task(), 3);
            Throwable failure = catchThrowable(() -> handler.handle(delivery));
            handler.failed(delivery, failure);
            clock.pass(Duration.ofMinutes(1));
            outbox.publishDue(LineSite.ID, 10);
        }

        assertThat(text("SELECT state || attempts FROM crawl_tasks")).isEqualTo("DEAD4");
        assertThat(deadLetters).containsExactly("failed");
        assertThat(new PostgresCrawls(jdbi, clock).closeFinished()).isEqualTo(1);
    }

    @Test
    void pagesBeyondTheMostAreCounted() {
        List<PageRequest> pages = IntStream.rangeClosed(0, 20_002)
                .mapToObj(
                        page -> PageRequest.of(URI.create("https://lines.example/" + page % 20_001), PageRole.LISTING))
                .toList();
        new PostgresCrawls(jdbi, clock)
                .begin(new NewCrawl(
                        LineSite.ID,
                        SearchCriteria.EVERYTHING,
                        NewCrawl.Reason.PLAN,
                        Optional.empty(),
                        Lane.USUAL,
                        1,
                        pages));

        assertThat(text("SELECT pages || ' ' || dropped FROM crawls")).isEqualTo("20000 1");
    }

    @Test
    void whatAPageRefusedIsPublishedOnceTheStrategyIsMended() throws InterruptedException {
        site.page("start", "offer a 100", "offer b 1.200-ish");
        begin();
        workOffAll(handler(new AlwaysPublish()));
        assertThat(text("SELECT kept_for FROM fetched_pages")).isEqualTo("ambiguous-amount");
        assertThat(text("SELECT refused ->> 'ambiguous-amount' FROM crawl_tasks"))
                .isEqualTo("1");
        clock.pass(Duration.ofDays(1));

        ReplayRejected.Report unmended = replay(new LineSite(clock, "\\d+"));
        ReplayRejected.Report mended = replay(new LineSite(clock, "[\\d.]+.*"));

        assertThat(unmended).isEqualTo(new ReplayRejected.Report(1, 0, 1, 1));
        assertThat(mended).isEqualTo(new ReplayRejected.Report(1, 1, 2, 0));
        assertThat(observations().stream().map(PriceObservation::observedAt).distinct())
                .hasSize(1);
        assertThat(text("SELECT count(*) FROM fetched_pages")).isEqualTo("0");
    }

    @Test
    void aHeldPageGoesToTheHoldingTopicAndIsKept() throws InterruptedException {
        site.page("start", "offer a 100");
        begin();

        workOffAll(handler(new FixedGate(() -> new Decision.Hold("layout-changed", "half of its fields are gone"))));

        assertThat(kafka.history()).extracting(ProducerRecord::topic).containsExactly(Topics.HELD_OBSERVATIONS);
        assertThat(text("SELECT kept_for FROM fetched_pages")).isEqualTo("layout-changed");
    }

    @Test
    void workersOutliveTroubleWithTheirQueue() {
        site.page("start", "offer a 100", "next two").page("two", "offer b 200");
        begin();
        Stop stop = new Stop();
        Tools tools = tools(failing(1));

        try (WorkerPool pool = WorkerPool.start(tools, 2, stop)) {
            assertThat(pool).isNotNull();
            Awaitility.await("both pages are done")
                    .until(() -> text("SELECT count(*) FROM crawl_tasks WHERE state = 'DONE'")
                            .equals("2"));
        }

        assertThat(List.of(site.fetches("start"), site.fetches("two"))).containsOnly(1);
    }

    private void begin() {
        new PostgresCrawls(jdbi, clock)
                .begin(new NewCrawl(
                        LineSite.ID,
                        SearchCriteria.EVERYTHING,
                        NewCrawl.Reason.PLAN,
                        Optional.empty(),
                        Lane.USUAL,
                        1,
                        site.begin(SearchCriteria.EVERYTHING)));
        outbox.publishDue(LineSite.ID, 10);
    }

    private void workOffAll(TaskHandler handler) throws InterruptedException {
        Optional<Delivery> next = tasks.next(Lane.USUAL);
        while (next.isPresent()) {
            handler.handle(next.get()).ifPresent(new NextTasks(outbox, clock)::publish);
            next = tasks.next(Lane.USUAL);
        }
    }

    private TaskHandler handler(PublicationGate gate) {
        return tools(gate).handler(publisher);
    }

    private Tools tools(PublicationGate gate) {
        return new Tools(
                CrawledProviders.of(site.provider()),
                site,
                gate,
                new PostgresLedger(jdbi, clock),
                new PostgresFetchedPages(jdbi),
                locks,
                new NextTasks(outbox, clock),
                (task, reason, message) -> deadLetters.add(reason),
                tasks::queue,
                () -> new ObservationPublisher(
                        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer())),
                new SimpleMeterRegistry(),
                clock);
    }

    private ReplayRejected.Report replay(LineSite with) {
        return new ReplayRejected(
                        new PostgresKeptPages(jdbi, clock),
                        CrawledProviders.of(with.provider()),
                        new PagePublication(new AlwaysPublish(), publisher))
                .run(Optional.of(LineSite.ID));
    }

    private FetchOutcome unavailable(Reason reason) {
        return new FetchOutcome.Unavailable(
                reason, "not this time", clock.instant().plus(Duration.ofSeconds(20)));
    }

    private List<PriceObservation> observations() {
        return kafka.history().stream()
                .filter(record -> record.topic().equals(Topics.PRICE_OBSERVATIONS))
                .map(record -> PriceObservationJson.read(record.value(), clock.instant()))
                .toList();
    }

    /** Fails so many times after everything was published, as a kill would. */
    private static PublicationGate failing(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return new PublicationGate() {
            @Override
            public Decision decide(SeenPage page) {
                return new Decision.Publish();
            }

            @Override
            public void settled(SeenPage page, Decision made) {
                if (left.getAndDecrement() > 0) {
                    throw new IllegalStateException("no gate");
                }
            }
        };
    }

    private String text(String question) {
        return jdbi.withHandle(
                handle -> handle.createQuery(question).mapTo(String.class).one());
    }

    /** Says what is asked of it, and counts nothing. */
    private record FixedGate(Supplier<Decision> decision) implements PublicationGate {
        @Override
        public Decision decide(SeenPage page) {
            return decision.get();
        }

        @Override
        public void settled(SeenPage page, Decision made) {
            // counts nothing
        }
    }
}
