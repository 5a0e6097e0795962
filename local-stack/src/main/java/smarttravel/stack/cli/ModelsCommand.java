package smarttravel.stack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import smarttravel.stack.kafka.ModelTopic;

/** {@code travel models}: which models advise. */
@Command(
        name = "models",
        description = "The models that advise whether to buy: publish one, or list them.",
        mixinStandardHelpOptions = true,
        subcommands = {ModelsCommand.Publish.class, ModelsCommand.Listing.class})
final class ModelsCommand {
    private ModelsCommand() {}

    /** {@code travel models publish}: the running jobs ask it from the next price on. */
    @Command(
            name = "publish",
            description = {
                "Publish a model file of 'travel train': the running jobs ask it from the next price on, without a restart.",
                "To go back to a model before it, publish that one's file again."
            },
            mixinStandardHelpOptions = true)
    static final class Publish implements Callable<Integer> {
        @Mixin
        private Address address = new Address();

        @Parameters(paramLabel = "FILE.zip", description = "The model.")
        private Path file = Path.of("");

        @Override
        public Integer call() throws IOException {
            publish(address, file);
            return 0;
        }
    }

    /** {@code travel models list}: what was published, the last first. */
    @Command(
            name = "list",
            description = "List the models that were published, the last first: that one is asked first.",
            mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {
        private static final String QUERY = """
                SELECT model, published_at, learnt_from, learnt_to, steps, promises, bytes,
                    last_wins = max(last_wins) OVER () AS asked_first
                FROM travel.advice_models
                ORDER BY last_wins DESC""";

        @Mixin
        private Address address = new Address();

        @Option(
                names = "--output",
                paramLabel = "FORMAT",
                defaultValue = "table",
                description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
        private ClickHouseRowFormat output = ClickHouseRowFormat.table;

        @Override
        public Integer call() throws IOException {
            new ClickHouseShell(address.stack().reader()).print(QUERY, output);
            return 0;
        }
    }

    /** Publishes a file to the stack at an address. */
    static void publish(Address address, Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailedException(file + " cannot be read.");
        }
        String kafka = address.stack().kafka();
        try {
            System.out.println(ModelTopic.publish(kafka, Files.readAllBytes(file)) + " is published");
        } catch (IOException e) {
            throw new CommandFailedException(file + " is not published: " + e.getMessage());
        }
    }
}
