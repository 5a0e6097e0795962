package smarttravel.stack.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import smarttravel.stack.StackException;

/** What {@code ./travel} runs. Data goes to stdout, messages to stderr; exit codes are 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "travel",
        description = "Smart Travel: price analytics for travel agencies.",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ReplayCommand.class,
            ReplayRejectedCommand.class,
            ExtractCommand.class,
            ProvidersCommand.class,
            ComparablesCommand.class,
            SqlCommand.class,
            KeysCommand.class,
            ParsePriceCommand.class,
            BacktestCommand.class,
            TrainCommand.class,
            ModelsCommand.class,
            BenchCommand.class
        },
        footer = {
            "",
            "  test     Run every test of the project; with a module's name, that module's.",
            "",
            "Every option can also be given by the environment: --data as TRAVEL_DATA, and so on.",
            "'travel COMMAND --help' tells more of one command."
        })
public final class Travel {
    private Travel() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Travel());
        line.setDefaultValueProvider(new EnvironmentDefaults(System.getenv()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Duration.class, Travel::duration);
        line.setExecutionExceptionHandler(Travel::explain);
        return line.execute(arguments);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("'" + text + "' is not a duration such as PT5S");
        }
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult result) {
        if (failure instanceof StackException || failure instanceof CommandFailedException) {
            command.getErr().println(failure.getMessage());
        } else {
            command.getErr().println("Failed: " + failure);
        }
        if (System.getenv("TRAVEL_DEBUG") != null) {
            failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
