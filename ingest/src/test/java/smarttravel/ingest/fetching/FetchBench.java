package smarttravel.ingest.fetching;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import smarttravel.ingest.fetching.FetchOutcome.Fetched;
import smarttravel.ingest.fetching.FetchOutcome.Reason;
import smarttravel.ingest.fetching.FetchOutcome.Refused;
import smarttravel.ingest.fetching.FetchOutcome.Unavailable;
import smarttravel.ingest.fetching.hosts.InMemoryHostGate;
import smarttravel.ingest.fetching.http.NameResolver;
import smarttravel.ingest.fetching.http.UserAgent;
import smarttravel.ingest.fetching.robots.RobotsStore;
import smarttravel.ingest.fetching.versions.PageVersions;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFile.Manners;
import smarttravel.ingest.providers.ProviderFile.Schedule;

/** A fetcher that keeps everything in memory and never sleeps, and a hostile site to point it at. */
final class FetchBench implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(10);

    final FakeTime time = new FakeTime();
    final HostileServer site;
    final RobotsStore robots = RobotsStore.inMemory();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final PoliteFetcher fetcher;

    FetchBench() throws IOException {
        this(NameResolver.SYSTEM);
    }

    FetchBench(NameResolver resolver) throws IOException {
        site = new HostileServer();
        fetcher = new PoliteFetcher(new FetchSettings(
                new UserAgent("0.1.0", "bots@example.org"),
                new InMemoryHostGate(time),
                robots,
                PageVersions.inMemory(),
                resolver,
                time,
                meters,
                new Random(7),
                time,
                Duration.ofSeconds(10)));
    }

    FetchOutcome fetch(String path) throws InterruptedException {
        return fetch(provider(manners(DEADLINE, 1 << 20)), site.at(path));
    }

    FetchOutcome fetch(ProviderFile provider, URI address) throws InterruptedException {
        return fetcher.fetch(provider, "crawl-1", address);
    }

    static Manners manners(Duration deadline, long maxBytes) {
        return new Manners(1, Duration.ofMillis(100), deadline, maxBytes, true);
    }

    static ProviderFile provider(Manners manners, String... hosts) {
        return new ProviderFile(
                "site",
                "Site",
                "selectors",
                List.of(hosts),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                manners,
                Schedule.NEVER,
                Map.of(),
                Optional.empty());
    }

    static Reason reason(FetchOutcome outcome) {
        if (outcome instanceof Refused refused) {
            return refused.reason();
        }
        if (outcome instanceof Unavailable unavailable) {
            return unavailable.reason();
        }
        throw new AssertionError("a page of " + ((Fetched) outcome).body().length + " bytes came");
    }

    @Override
    public void close() throws IOException {
        fetcher.close();
        site.close();
    }
}
