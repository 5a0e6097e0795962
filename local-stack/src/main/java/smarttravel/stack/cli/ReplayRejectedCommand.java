package smarttravel.stack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import smarttravel.ingest.RejectedPages;
import smarttravel.ingest.crawling.CrawledProviders;
import smarttravel.ingest.crawling.kept.ReplayRejected.Report;
import smarttravel.ingest.crawling.ledger.PostgresLogin;
import smarttravel.ingest.providers.Providers;
import smarttravel.ingest.providers.plugins.PluginJars;
import smarttravel.stack.RunFile;

/** {@code travel replay-rejected}: a mended parser reads what it could not read before. */
@Command(
        name = "replay-rejected",
        description = "Read pages again that were refused, with the strategies of today, and publish what they say.",
        mixinStandardHelpOptions = true)
final class ReplayRejectedCommand implements Callable<Integer> {
    @Mixin
    private Address address = new Address();

    @Option(names = "--provider", paramLabel = "ID", description = "Only pages of this provider.")
    private @Nullable String provider;

    @Option(
            names = "--providers",
            paramLabel = "DIR",
            description = "Folder of providers' YAML files. Default: examples/providers of the project")
    private @Nullable Path providers;

    @Mixin
    private PluginFolder plugins = new PluginFolder();

    @Override
    public Integer call() throws IOException {
        Path folder = providers == null ? ExampleFolder.named("providers") : providers;
        if (!Files.isDirectory(folder)) {
            throw new CommandFailedException(folder + " is not a folder; name one with --providers.");
        }
        Path pluginFolder = plugins.path();
        RunFile stack = address.stack();
        try (PluginJars jars = PluginJars.load(pluginFolder, PluginJars.TIME_LIMIT)) {
            Providers known = Providers.read(folder, jars.strategies());
            Stream.concat(known.troubles().stream(), jars.troubles().stream())
                    .forEach(trouble -> Terminal.say(trouble.toString()));
            if (provider != null && known.named(provider).isEmpty()) {
                throw new CommandFailedException("No provider of " + folder + " is called '" + provider + "'.");
            }
            PostgresLogin login = new PostgresLogin(
                    stack.postgres().url(),
                    stack.postgres().user(),
                    stack.postgres().password());
            Report report = RejectedPages.replay(
                    stack.kafka(),
                    login,
                    CrawledProviders.of(() -> known),
                    Optional.ofNullable(provider),
                    Clock.systemUTC());
            tell(report);
        }
        return 0;
    }

    private static void tell(Report report) {
        System.out.println(
                report.pages() + " pages read again, " + report.mended() + " of them mended: " + report.observations()
                        + " observations published or held, " + report.refused() + " offers still refused");
    }
}
