package smarttravel.stack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import smarttravel.ingest.providers.Providers;
import smarttravel.stack.Stack;

/** The options of commands that crawl providers. */
final class CrawlOptions {
    @Option(
            names = "--providers",
            paramLabel = "DIR",
            description = "Crawl the providers whose YAML files lie here. Without it, nobody is crawled.")
    private @Nullable Path providers;

    @Option(names = "--plugins", paramLabel = "DIR", description = "Folder of plug-ins' jars. Default: none")
    private @Nullable Path plugins;

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

    /** Crawls, if it was asked for. */
    void crawl(Stack stack) throws IOException {
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
        try {
            Providers crawled =
                    stack.crawl(providers, Optional.ofNullable(plugins), workers, contact, Clock.systemUTC());
            Terminal.say("Crawling " + crawled.all().size() + " providers of " + providers);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(e);
        }
    }
}
