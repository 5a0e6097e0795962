package smarttravel.ingest.fetching;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import smarttravel.ingest.fetching.hosts.HostGate;
import smarttravel.ingest.fetching.hosts.Sleeper;
import smarttravel.ingest.fetching.http.NameResolver;
import smarttravel.ingest.fetching.http.UserAgent;
import smarttravel.ingest.fetching.robots.RobotsStore;
import smarttravel.ingest.fetching.versions.PageVersions;

/**
 * What a {@link PoliteFetcher} works with.
 *
 * @param random spreads retries
 * @param patience how long one fetch waits for turns at hosts, beside its deadline
 */
public record FetchSettings(
        UserAgent userAgent,
        HostGate gate,
        RobotsStore robots,
        PageVersions versions,
        NameResolver resolver,
        Clock clock,
        MeterRegistry meters,
        RandomGenerator random,
        Sleeper sleeper,
        Duration patience) {
    /** Short enough for a task's lock of 30 s to outlast patience and the usual deadline. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** As an ingest process wants it. */
    public static FetchSettings of(
            UserAgent userAgent,
            HostGate gate,
            RobotsStore robots,
            PageVersions versions,
            Clock clock,
            MeterRegistry meters) {
        return new FetchSettings(
                userAgent,
                gate,
                robots,
                versions,
                NameResolver.SYSTEM,
                clock,
                meters,
                RandomGenerator.getDefault(),
                Sleeper.REAL,
                PATIENCE);
    }
}
