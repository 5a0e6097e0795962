package smarttravel.ingest.fetching;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.fetching.FetchOutcome.Reason;
import smarttravel.ingest.fetching.FetchOutcome.Unavailable;
import smarttravel.ingest.fetching.hosts.HostQueue;
import smarttravel.ingest.fetching.http.Cookies;
import smarttravel.ingest.fetching.http.HttpExchange;
import smarttravel.ingest.providers.ProviderFile;

/**
 * The fetcher that sites are asked with.
 *
 * <pre>
 * breaker of the provider -> [ address guard -> robots.txt -> turn at the host -> GET -> redirect or retry ] -> outcome
 * </pre>
 *
 * <p>A fetch takes at most its provider's deadline plus {@link FetchSettings#patience()}; once a day and site the fetch of
 * robots.txt comes on top, with the same limits. Safe for use by several threads.
 */
public final class PoliteFetcher implements PageFetcher, AutoCloseable {
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

    private final HttpExchange exchange;
    private final TripKit kit;
    private final ProviderBreakers breakers;
    private final FetchLog log;
    private final Cookies cookies = new Cookies();

    public PoliteFetcher(FetchSettings settings) {
        this(settings, new HttpExchange(settings.userAgent(), settings.resolver()));
    }

    PoliteFetcher(FetchSettings settings, HttpExchange exchange) {
        this.exchange = exchange;
        HostQueue queue = new HostQueue(settings.gate(), settings.sleeper());
        HostVisits visits = new HostVisits(queue, exchange, settings.clock());
        kit = new TripKit(
                visits,
                new RobotsChecks(settings.robots(), visits, settings.clock()),
                settings.versions(),
                new Backoff(FIRST_BACKOFF, settings.random()),
                settings.sleeper(),
                settings.clock(),
                settings.patience());
        breakers = new ProviderBreakers(settings.clock());
        log = new FetchLog(settings.meters());
    }

    @Override
    public FetchOutcome fetch(ProviderFile provider, String crawl, URI address) throws InterruptedException {
        long began = System.nanoTime();
        Optional<Instant> closedUntil = breakers.closedUntil(provider.id());
        FetchOutcome outcome = closedUntil.isPresent()
                ? new Unavailable(Reason.CIRCUIT_OPEN, "too many of its pages did not come", closedUntil.get())
                : recorded(provider, crawl, address);
        log.ended(provider, crawl, address, outcome, Duration.ofNanos(System.nanoTime() - began));
        return outcome;
    }

    private FetchOutcome recorded(ProviderFile provider, String crawl, URI address) throws InterruptedException {
        @Nullable FetchOutcome outcome = null;
        try {
            PageTrip trip = new PageTrip(kit, provider, cookies.of(provider.id(), crawl));
            outcome = trip.go(Redirects.withoutFragment(address));
            return outcome;
        } finally {
            breakers.record(provider.id(), outcome);
        }
    }

    /** Ends the fetches in flight. */
    @Override
    public void close() throws IOException {
        exchange.close();
    }
}
