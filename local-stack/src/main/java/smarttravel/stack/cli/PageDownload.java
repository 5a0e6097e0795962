package smarttravel.stack.cli;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import smarttravel.ingest.fetching.FetchOutcome;
import smarttravel.ingest.fetching.FetchOutcome.Fetched;
import smarttravel.ingest.fetching.FetchOutcome.Refused;
import smarttravel.ingest.fetching.FetchOutcome.Unavailable;
import smarttravel.ingest.fetching.FetchSettings;
import smarttravel.ingest.fetching.PoliteFetcher;
import smarttravel.ingest.fetching.hosts.InMemoryHostGate;
import smarttravel.ingest.fetching.http.UserAgent;
import smarttravel.ingest.fetching.robots.RobotsStore;
import smarttravel.ingest.fetching.versions.PageVersions;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFile.Manners;
import smarttravel.ingest.providers.ProviderFile.Schedule;

/** Fetches the one page that a command is asked about, as politely as a crawl would. */
final class PageDownload {
    @Option(
            names = "--contact",
            paramLabel = "MAIL|URL",
            description = "Where the site's operator can reach you; wanted when a page is fetched.")
    private @Nullable String contact;

    @Option(names = "--private-network", description = "Fetch also from this machine and its network.")
    private boolean privateNetwork;

    /** The page at an address. */
    Page fetch(URI address) throws IOException {
        if (contact == null) {
            throw new CommandFailedException(
                    "Sites want to know who asks: give --contact (or TRAVEL_CONTACT), a mail or page address.");
        }
        Clock clock = Clock.systemUTC();
        try (PoliteFetcher fetcher = new PoliteFetcher(FetchSettings.of(
                new UserAgent("0.1.0", contact),
                new InMemoryHostGate(clock),
                RobotsStore.inMemory(),
                PageVersions.inMemory(),
                clock,
                new SimpleMeterRegistry()))) {
            return page(fetcher.fetch(asker(address), "command", address), address);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(address + " was not fetched: interrupted.");
        }
    }

    private static Page page(FetchOutcome outcome, URI address) {
        if (outcome instanceof Fetched fetched) {
            return Page.ofBytes(
                    fetched.address(), fetched.body(), fetched.contentType().orElse(null));
        }
        String why = outcome instanceof Refused refused
                ? refused.message()
                : ((Unavailable) outcome).message() + "; try again later";
        throw new CommandFailedException(address + " was not fetched: " + why + ".");
    }

    private ProviderFile asker(URI address) {
        Manners usual = Manners.DEFAULT;
        return new ProviderFile(
                "command",
                "command",
                "schema-org",
                List.of(String.valueOf(address.getHost())),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Manners(usual.concurrency(), usual.delay(), usual.deadline(), usual.maxBytes(), privateNetwork),
                Schedule.NEVER,
                Map.of(),
                Optional.empty());
    }
}
