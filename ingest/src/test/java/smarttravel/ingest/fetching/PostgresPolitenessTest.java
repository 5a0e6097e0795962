package smarttravel.ingest.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static smarttravel.ingest.fetching.HostileServer.page;
import static smarttravel.ingest.fetching.HostileServer.status;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.ingest.fetching.FetchOutcome.Fetched;
import smarttravel.ingest.fetching.FetchOutcome.Reason;
import smarttravel.ingest.fetching.HostileServer.Request;
import smarttravel.ingest.fetching.hosts.PostgresHostGate;
import smarttravel.ingest.fetching.hosts.Sleeper;
import smarttravel.ingest.fetching.http.UserAgent;
import smarttravel.ingest.fetching.robots.PostgresRobotsStore;
import smarttravel.ingest.fetching.versions.PageVersion;
import smarttravel.ingest.fetching.versions.PageVersions;
import smarttravel.ingest.fetching.versions.PostgresPageVersions;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFile.Manners;
import smarttravel.sql.PostgresSchema;

/** Several processes at one site, which share nothing but a database; the site's own log is the judge. */
class PostgresPolitenessTest {
    private static EmbeddedPostgres postgres;

    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();
    private final List<PoliteFetcher> fetchers = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HostileServer site;

    @BeforeAll
    static void startDatabase() throws IOException {
        postgres = EmbeddedPostgres.start();
        PostgresSchema.apply(postgres.getPostgresDatabase());
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void start() throws IOException {
        site = new HostileServer();
        site.on("/robots.txt", page("User-agent: *\nDisallow: /private\n"));
    }

    @AfterEach
    void stop() throws IOException {
        threads.shutdownNow();
        for (PoliteFetcher fetcher : fetchers) {
            fetcher.close();
        }
        pools.forEach(HikariDataSource::close);
        site.close();
    }

    /** A process's own: one connection for all of its threads. */
    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(postgres.getPostgresDatabase());
        config.setMaximumPoolSize(1);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    private PoliteFetcher process() {
        HikariDataSource pool = pool();
        PoliteFetcher fetcher = new PoliteFetcher(FetchSettings.of(
                new UserAgent("0.1.0", "bots@example.org"),
                new PostgresHostGate(pool),
                new PostgresRobotsStore(pool),
                new PostgresPageVersions(pool),
                Clock.systemUTC(),
                new SimpleMeterRegistry()));
        fetchers.add(fetcher);
        return fetcher;
    }

    private static ProviderFile provider(int concurrency, Duration delay) {
        return FetchBench.provider(new Manners(concurrency, delay, Duration.ofSeconds(10), 1 << 20, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void threeProcessesTogetherKeepConcurrencyAndDelay(int concurrency) throws Exception {
        Duration delay = Duration.ofMillis(concurrency == 1 ? 60 : 20);
        site.on("*", (request, out) -> {
            Sleeper.REAL.sleep(Duration.ofMillis(50));
            page("a page").write(request, out);
        });
        ProviderFile provider = provider(concurrency, delay);
        List<Future<FetchOutcome>> fetches = new ArrayList<>();
        for (int process = 0; process < 3; process++) {
            PoliteFetcher fetcher = process();
            for (int page = 0; page < 6; page++) {
                URI address = site.at("/" + process + "/" + page);
                fetches.add(threads.submit(() -> fetcher.fetch(provider, "crawl", address)));
            }
        }
        for (Future<FetchOutcome> fetch : fetches) {
            assertThat(fetch.get()).isInstanceOf(Fetched.class);
        }

        assertThat(site.pages()).hasSize(18).doesNotHaveDuplicates();
        assertThat(site.paths()).filteredOn("/robots.txt"::equals).hasSize(1);
        await().until(() -> site.log().stream().allMatch(request -> request.end() != 0));
        assertThat(atOnce(site.log())).isLessThanOrEqualTo(concurrency);
        if (concurrency == 1) {
            assertThat(gaps(site.log())).allSatisfy(gap -> assertThat(gap).isGreaterThanOrEqualTo(delay));
        }
    }

    private static long atOnce(List<Request> log) {
        return log.stream()
                .mapToLong(one -> log.stream()
                        .filter(other -> other.began() <= one.began() && one.began() < other.end())
                        .count())
                .max()
                .orElse(0);
    }

    private static List<Duration> gaps(List<Request> log) {
        List<Request> inOrder =
                log.stream().sorted(Comparator.comparingLong(Request::began)).toList();
        return IntStream.range(1, inOrder.size())
                .mapToObj(i -> Duration.ofNanos(
                        inOrder.get(i).began() - inOrder.get(i - 1).began()))
                .toList();
    }

    @Test
    void whatOneProcessWasToldHoldsForAllAndAfterARestart() throws Exception {
        site.on("/", status("429 No", "Retry-After: 600"));
        ProviderFile provider = provider(1, Duration.ofMillis(10));
        assertThat(FetchBench.reason(process().fetch(provider, "crawl", site.at("/"))))
                .isEqualTo(Reason.TOO_MANY_REQUESTS);
        int asked = site.log().size();

        PoliteFetcher restarted = process();

        assertThat(FetchBench.reason(restarted.fetch(provider, "crawl", site.at("/other"))))
                .isEqualTo(Reason.HOST_BUSY);
        assertThat(FetchBench.reason(restarted.fetch(provider, "crawl", site.at("/private"))))
                .isEqualTo(Reason.ROBOTS);
        assertThat(site.log()).hasSize(asked);
    }

    @Test
    void aPageThatOneProcessKeptIsConfirmedToAnother() throws Exception {
        site.on(
                "/",
                (request, out) -> (request.headers().containsKey("If-None-Match")
                                ? status("304 Same")
                                : page("kept", "ETag: \"v1\""))
                        .write(request, out));
        ProviderFile provider = provider(1, Duration.ofMillis(10));
        process().fetch(provider, "crawl", site.at("/"));

        Fetched again = (Fetched) process().fetch(provider, "crawl", site.at("/"));

        assertThat(again.unchanged()).isTrue();
        assertThat(again.body()).isEqualTo(HostileServer.ascii("kept"));
    }

    @Test
    void oldAndLargeVersionsAreNotKept() {
        PageVersions versions = new PostgresPageVersions(pool());
        URI old = URI.create("http://a.example/old");
        URI large = URI.create("http://a.example/large");
        URI fresh = URI.create("http://a.example/fresh");
        Instant now = Instant.parse("2026-11-01T12:00:00Z").truncatedTo(ChronoUnit.MICROS);
        byte[] noise = new byte[2 << 20];
        new Random(3).nextBytes(noise);

        versions.keep(version(old, new byte[9], now.minus(Duration.ofDays(15))));
        versions.keep(version(large, noise, now));
        versions.keep(version(fresh, new byte[5 << 20], now));

        assertThat(versions.find(old)).isEmpty();
        assertThat(versions.find(large)).isEmpty();
        assertThat(versions.find(fresh)).hasValueSatisfying(kept -> {
            assertThat(kept.body()).hasSize(5 << 20);
            assertThat(kept.etag()).isEqualTo("\"v\"");
            assertThat(kept.fetchedAt()).isEqualTo(now);
        });
        versions.forget(fresh);
        assertThat(versions.find(fresh)).isEmpty();
    }

    private static PageVersion version(URI address, byte[] body, Instant at) {
        return new PageVersion(address, "\"v\"", null, "text/html", body, at);
    }
}
