package smarttravel.ingest.fetching;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.ingest.fetching.FetchOutcome.Fetched;
import smarttravel.ingest.fetching.FetchOutcome.Refused;
import smarttravel.ingest.fetching.FetchOutcome.Unavailable;
import smarttravel.ingest.providers.ProviderFile;

/** Counts fetches and writes one line for each. Queries are left out: they may hold what is nobody's business. */
final class FetchLog {
    private static final Logger log = LoggerFactory.getLogger(FetchLog.class);

    private final MeterRegistry meters;

    FetchLog(MeterRegistry meters) {
        this.meters = meters;
    }

    void ended(ProviderFile provider, String crawl, URI address, FetchOutcome outcome, Duration took) {
        String name = name(outcome);
        Timer.builder("ingest.fetches")
                .description("Fetches of pages, with their waits for turns")
                .tag("provider", provider.id())
                .tag("outcome", name)
                .register(meters)
                .record(took);
        int bytes = outcome instanceof Fetched fetched ? fetched.body().length : 0;
        if (outcome instanceof Fetched) {
            DistributionSummary.builder("ingest.fetch.size")
                    .baseUnit("bytes")
                    .tag("provider", provider.id())
                    .register(meters)
                    .record(bytes);
        }
        log.atDebug()
                .addKeyValue("provider", provider.id())
                .addKeyValue("crawl", crawl)
                .addKeyValue("host", address.getHost())
                .addKeyValue("path", address.getRawPath())
                .addKeyValue("outcome", name)
                .addKeyValue("bytes", bytes)
                .addKeyValue("millis", took.toMillis())
                .log("Fetch ended");
    }

    private static String name(FetchOutcome outcome) {
        if (outcome instanceof Fetched fetched) {
            return fetched.unchanged() ? "unchanged" : "fetched";
        }
        Enum<?> reason = outcome instanceof Refused refused ? refused.reason() : ((Unavailable) outcome).reason();
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
