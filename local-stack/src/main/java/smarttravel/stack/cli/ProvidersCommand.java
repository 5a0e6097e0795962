package smarttravel.stack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import smarttravel.ingest.providers.Providers;
import smarttravel.ingest.providers.plugins.PluginJars;

/** {@code travel providers}: who is asked for prices, by which strategy, and what is wrong with it. */
@Command(
        name = "providers",
        description =
                "List the providers: strategy, where it came from, hosts, and what is wrong. Needs no running stack; one"
                        + " that runs says whose prices are in quarantine.",
        mixinStandardHelpOptions = true,
        subcommands = {ProposeCommand.class, QuarantineCommands.Release.class, QuarantineCommands.Discard.class})
final class ProvidersCommand implements Callable<Integer> {
    @Option(
            names = "--providers",
            paramLabel = "DIR",
            description = "Folder of providers' YAML files. Default: examples/providers of the project")
    private @Nullable Path providers;

    @Mixin
    private PluginFolder plugins = new PluginFolder();

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private ProviderListing output = ProviderListing.table;

    @Mixin
    private Address address = new Address();

    @Override
    public Integer call() throws IOException {
        Path folder = providers == null ? ExampleFolder.named("providers") : providers;
        if (!Files.isDirectory(folder)) {
            throw new CommandFailedException(folder + " is not a folder; name one with --providers.");
        }
        try (PluginJars jars = PluginJars.load(plugins.path(), PluginJars.TIME_LIMIT)) {
            ProviderStates states =
                    ProviderStates.of(Providers.read(folder, jars.strategies()), jars.troubles(), quarantines());
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            output.write(states, out);
        }
        return 0;
    }

    private Map<String, String> quarantines() {
        return address.running()
                .map(running -> QuarantineCommands.quarantines(running).reasons())
                .orElse(Map.of());
    }
}
