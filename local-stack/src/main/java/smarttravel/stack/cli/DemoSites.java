package smarttravel.stack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import smarttravel.stack.PostgresCrawlWait.Crawled;
import smarttravel.stack.ResultsWait;
import smarttravel.stack.Stack;
import smarttravel.stack.simulation.SimulatedMarket;
import smarttravel.stack.sites.ProviderSites;

/** The demo's providers: web sites on this machine that show the simulated market, crawled like any others. */
final class DemoSites implements AutoCloseable {
    private static final int WORKERS = 4;
    private static final String CONTACT = "https://demo.smart-travel.example/robot";

    private final ProviderSites sites;
    private final Path folder;

    private DemoSites(ProviderSites sites, Path folder) {
        this.sites = sites;
        this.folder = folder;
    }

    /** Starts the sites. */
    static DemoSites open(SimulatedMarket market) throws IOException {
        ProviderSites sites = ProviderSites.start(market, market::lastDay, Clock.systemUTC());
        return new DemoSites(sites, sites.writeProviderFiles(Files.createTempDirectory("smart-travel-providers-")));
    }

    /** Has the stack crawl the sites, and waits until the first crawl is in the tables. */
    String crawl(Stack stack) throws IOException, InterruptedException {
        Instant started = Instant.now();
        int providers = stack.crawl(folder, Optional.empty(), WORKERS, CONTACT, Clock.systemUTC())
                .providers()
                .all()
                .size();
        Terminal.say("Crawling the sites of " + providers + " providers");
        Crawled crawled;
        try (ProgressLine progress = ProgressLine.of("crawl", "pages")) {
            crawled = stack.crawls().await(providers, (read, pages) -> progress.at(read, read, pages));
        }
        double seconds = Duration.between(started, Instant.now()).toMillis() / 1_000.0;
        ResultsWait.await(stack.kafka(), (inTables, onTopic) -> {});
        return String.format(
                Locale.ROOT,
                "%,d pages of %d providers' sites fetched and read in %.1f s: %,d offers",
                crawled.read(),
                crawled.providers(),
                seconds,
                crawled.offers());
    }

    @Override
    public void close() {
        sites.close();
        try {
            Folders.deleteAll(folder);
        } catch (IOException e) {
            Terminal.say(folder + " was not removed: " + e.getMessage());
        }
    }
}
