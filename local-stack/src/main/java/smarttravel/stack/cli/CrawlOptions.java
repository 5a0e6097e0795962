package smarttravel.stack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import smarttravel.ingest.IngestProcess;
import smarttravel.stack.Stack;

/** The options of commands that crawl providers. */
final class CrawlOptions {
    @Option(
            names = "--providers",
            paramLabel = "DIR",
            description = "Crawl the providers whose YAML files lie here. Without it, nobody is crawled.")
    private @Nullable Path providers;

    @Mixin
    private PluginFolder plugins = new PluginFolder();

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "4",
            description = "Pages worked on at once. Default: ${DEFAULT-VALUE}")
    private int workers;

    @Option(
            names = "--contact",
            paramLabel = "MAIL|URL",
            description = "Where a site's operator can reach you; wanted with --providers.")
    private @Nullable String contact;

    /** Refuses what cannot be crawled by, before anything is started. */
    void check() {
        plugins.check();
        if (providers == null) {
            return;
        }
        if (!Files.isDirectory(providers)) {
            throw new CommandFailedException(providers + " is not a folder; name one with --providers.");
        }
        if (contact == null) {
            throw new CommandFailedException(
                    "Sites want to know who asks: give --contact (or TRAVEL_CONTACT), a mail or page address.");
        }
    }

    /** Crawls, if it was asked for. */
    void crawl(Stack stack) throws IOException {
        check();
        if (providers == null || contact == null) {
            return;
        }
        try {
            IngestProcess crawling =
                    stack.crawl(providers, Optional.of(plugins.path()), workers, contact, Clock.systemUTC());
            crawling.troubles().forEach(trouble -> Terminal.say(trouble.toString()));
            Terminal.say("Crawling " + crawling.providers().all().size() + " providers of " + providers);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(e);
        }
    }
}
