package smarttravel.stack.cli;

import picocli.CommandLine.Option;
import smarttravel.jobs.advice.learning.LearningSettings;

/** How models are learnt, as far as a person may want it otherwise. */
final class LearningOptions {
    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "250000",
            description =
                    "A model learns from at most so many price steps, drawn with the seed. Default: ${DEFAULT-VALUE}")
    private int rows;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that learn; their number changes no figure. Default: one per core")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same figures. Default: ${DEFAULT-VALUE}")
    private long seed;

    LearningSettings settings() {
        if (rows < 1 || threads < 1) {
            throw new CommandFailedException("--rows and --threads must be above 0.");
        }
        return LearningSettings.standard().with(rows, threads, seed);
    }
}
