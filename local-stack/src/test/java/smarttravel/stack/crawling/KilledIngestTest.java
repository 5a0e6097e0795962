package smarttravel.stack.crawling;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.IngestMain;
import smarttravel.ingest.crawling.ledger.Lane;
import smarttravel.ingest.crawling.ledger.NewCrawl;
import smarttravel.ingest.crawling.plan.PostgresCrawlRequests;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.stack.QuickStack;
import smarttravel.stack.Stack;
import smarttravel.stack.StackConfig.Login;
import smarttravel.stack.simulation.MarketSize;
import smarttravel.stack.simulation.SimulatedMarket;
import smarttravel.stack.sites.ProviderSite;
import smarttravel.stack.sites.ProviderSites;
import smarttravel.stack.sites.SiteMood;
import smarttravel.stack.sites.Visit;
import smarttravel.stack.testing.ForkedJvm;
import smarttravel.stack.testing.Published;
import smarttravel.stack.testing.Tables;

/** Three ingest processes crawl 10,000 offers while one of them is killed again and again; the tables never tell. */
class KilledIngestTest {
    private static final Logger LOG = LoggerFactory.getLogger(KilledIngestTest.class);
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 7);
    private static final int OFFERS_PER_SITE = 2_600;
    private static final int KILLS = 5;
    private static final int PROCESSES = 3;
    private static final int WORKERS = 4;
    private static final int OK = 200;
    /** What the providers' files say. */
    private static final int CONCURRENCY = 4;

    private static final Duration DELAY = Duration.ofMillis(20);

    private static final Duration LATENCY = Duration.ofMillis(25);

    @TempDir
    Path folder;

    private record Ingesting(ForkedJvm process, Path log) {
        void awaitReady() {
            Awaitility.await("an ingest process")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> Files.readString(log).contains("Ingest is ready"));
        }
    }

    /**
     * A process was killed.
     *
     * @param done addresses of the pages that the ledger called done just before
     */
    private record Kill(long nanos, Set<String> done) {}

    private final List<Ingesting> processes = new ArrayList<>();
    private final List<Kill> kills = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        processes.forEach(each -> each.process().close());
    }

    @Test
    void fiveKillsLoseNoOfferAndRepeatOnlyWhatWasInFlight() throws Exception {
        SimulatedMarket market = SimulatedMarket.of(7, TODAY.minusDays(29), 30, MarketSize.DEMO);
        try (ProviderSites sites = ProviderSites.start(market, () -> TODAY, Clock.systemUTC(), OFFERS_PER_SITE);
                Stack stack = QuickStack.start(folder.resolve("stack"))) {
            // Given
            Path files = slowSitesThatAreCrawledOnDemand(sites, folder.resolve("providers"));
            Jdbi ledger = ledger(stack);
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(start(stack, files));
            }
            new PostgresCrawlRequests(ledger, Clock.systemUTC())
                    .ask(Optional.empty(), SearchCriteria.EVERYTHING, NewCrawl.Reason.MANUAL, Lane.USUAL);

            // When
            for (int kill = 1; kill <= KILLS; kill++) {
                awaitUntil(ledger, "SELECT count(*) >= %d FROM crawl_tasks WHERE state = 'DONE'".formatted(kill * 100));
                int which = kill % PROCESSES;
                processes.get(which).awaitReady();
                Set<String> done = Set.copyOf(texts(ledger, "SELECT address FROM crawl_tasks WHERE state = 'DONE'"));
                processes.get(which).process().kill();
                kills.add(new Kill(System.nanoTime(), done));
                processes.set(which, start(stack, files));
            }
            awaitUntil(
                    ledger,
                    "SELECT count(*) = %d AND bool_and(closed_at IS NOT NULL) FROM crawls"
                            .formatted(sites.all().size()));
            Published.awaitInTables(stack.kafka());

            // Then
            assertThat(texts(ledger, "SELECT address || ' ' || last_error FROM crawl_tasks WHERE state = 'DEAD'"))
                    .as("given up")
                    .isEmpty();
            assertThat(texts(
                            ledger,
                            "SELECT provider || ' ' || message FROM provider_states WHERE state = 'QUARANTINE'"))
                    .as("in quarantine")
                    .isEmpty();
            everyOfferIsInTheTablesOnce(new Tables(stack.clickHouseReader()), sites, whatTheLedgerSays(ledger));
            assertThat(sites.all().stream().mapToInt(this::pagesFetchedAgain).sum())
                    .as("pages fetched again: those in flight at a kill")
                    .isLessThanOrEqualTo(KILLS * WORKERS);
        }
    }

    private static Path slowSitesThatAreCrawledOnDemand(ProviderSites sites, Path folder) throws IOException {
        sites.all().forEach(site -> site.become(SiteMood.CALM.slow(LATENCY)));
        Path files = sites.writeProviderFiles(folder);
        try (Stream<Path> each = Files.list(files)) {
            for (Path file : each.toList()) {
                String text = Files.readString(file);
                assertThat(text).contains("crawl:\n");
                Files.writeString(file, text.replaceFirst("(?m)^crawl:\n( .*\n)+", ""));
            }
        }
        return files;
    }

    private Ingesting start(Stack stack, Path files) throws IOException {
        Login postgres = stack.runFile().postgres();
        Path log = folder.resolve("ingest-" + System.nanoTime() + ".log");
        ForkedJvm process = ForkedJvm.start(
                IngestMain.class,
                log,
                Map.of(
                        "TRAVEL_KAFKA", stack.kafka(),
                        "TRAVEL_POSTGRES_URL", postgres.url(),
                        "TRAVEL_POSTGRES_USER", postgres.user(),
                        "TRAVEL_POSTGRES_PASSWORD", postgres.password(),
                        "TRAVEL_PROVIDERS", files.toString(),
                        "TRAVEL_WORKERS", String.valueOf(WORKERS),
                        "TRAVEL_CONTACT", "https://tests.example/robot"));
        return new Ingesting(process, log);
    }

    /** Of each provider how its tasks ended, with the last page that was read: a crawl that ended too soon shows where. */
    private static List<String> whatTheLedgerSays(Jdbi ledger) {
        return texts(ledger, """
                SELECT provider || ': ' || string_agg(state || ' ' || tasks || ' of ' || offers || ' offers', ', ')
                       || ', last ' || max(last)
                FROM (SELECT provider, state, count(*) AS tasks, coalesce(sum(offers), 0) AS offers,
                             (array_agg(address || ' at ' || ended_at ORDER BY id DESC))[1] AS last
                      FROM crawl_tasks GROUP BY provider, state) t
                GROUP BY provider ORDER BY provider""");
    }

    private static void everyOfferIsInTheTablesOnce(Tables tables, ProviderSites sites, List<String> ledger) {
        List<String> shown = sites.all().stream()
                .flatMap(site -> site.offers().stream())
                .map(offer -> offer.provider() + "|" + offer.offerId() + "|"
                        + (offer.amount() == null
                                ? ""
                                : offer.amount().stripTrailingZeros().toPlainString()))
                .toList();
        assertThat(shown).hasSizeGreaterThan(10_000);
        for (String table : List.of("price_observations", "offers")) {
            List<String> stored = tables.lines("SELECT provider, offer_id, toString(amount) FROM travel." + table);
            assertThat(missing(shown, stored))
                    .as("not in %s; %s", table, ledger)
                    .isEmpty();
            assertThat(missing(stored, shown)).as("more in " + table).isEmpty();
        }
    }

    /** What one list has oftener than the other. */
    private static List<String> missing(List<String> wanted, List<String> found) {
        List<String> left = new ArrayList<>(wanted);
        Map<String, Long> times = found.stream().collect(groupingBy(Function.identity(), counting()));
        left.removeIf(each -> times.merge(each, -1L, Long::sum) >= 0);
        return left;
    }

    private int pagesFetchedAgain(ProviderSite site) {
        assertThat(site.log().forbidden()).isEmpty();
        assertThat(site.log().mostAtOnce()).isLessThanOrEqualTo(CONCURRENCY);
        List<Visit> visits = site.log().visits().stream()
                .filter(visit -> visit.status() == OK)
                .toList();
        Map<String, List<Visit>> byPage = visits.stream().collect(groupingBy(Visit::target));
        assertThat(byPage.keySet().stream().map(page -> address(site, page)))
                .as("the ledger's pages of the site are those that it showed")
                .containsAll(donePages(site));
        LOG.info("{}: {} fetches of {} pages", site.id(), visits.size(), byPage.size());
        byPage.forEach((page, fetches) -> {
            for (int again = 1; again < fetches.size(); again++) {
                assertThat(wasCutBetween(fetches.get(again - 1), fetches.get(again), address(site, page)))
                        .as("%s was fetched again, and no kill came before it was done: %s", page, fetches)
                        .isTrue();
            }
        });
        Duration span = Duration.ofNanos(
                visits.get(visits.size() - 1).startNanos() - visits.get(0).startNanos());
        assertThat(span).isGreaterThanOrEqualTo(DELAY.multipliedBy(visits.size() - 2));
        return visits.size() - byPage.size();
    }

    /** Whether a process was killed after a page was asked for, before it was done and before it was asked for again. */
    private boolean wasCutBetween(Visit fetch, Visit again, String address) {
        return kills.stream()
                .filter(kill -> fetch.startNanos() <= kill.nanos() && kill.nanos() <= again.startNanos())
                .anyMatch(kill -> !kill.done().contains(address));
    }

    private List<String> donePages(ProviderSite site) {
        List<String> done = kills.get(KILLS - 1).done().stream()
                .filter(address -> address.startsWith(site.address().toString()))
                .toList();
        assertThat(done).isNotEmpty();
        return done;
    }

    private static String address(ProviderSite site, String page) {
        return site.address().resolve(page).toString();
    }

    private static Jdbi ledger(Stack stack) {
        Login login = stack.runFile().postgres();
        return Jdbi.create(login.url(), login.user(), login.password());
    }

    private static void awaitUntil(Jdbi ledger, String question) {
        Awaitility.await(question)
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(6))
                .until(() -> holds(ledger, question));
    }

    private static List<String> texts(Jdbi ledger, String question) {
        return ledger.withHandle(
                handle -> handle.select(question).mapTo(String.class).list());
    }

    private static boolean holds(Jdbi ledger, String question) {
        return ledger.withHandle(
                handle -> handle.select(question).mapTo(Boolean.class).one());
    }
}
