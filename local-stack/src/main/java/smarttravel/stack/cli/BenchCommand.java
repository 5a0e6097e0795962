package smarttravel.stack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import smarttravel.stack.bench.PipelineBench;
import smarttravel.stack.bench.PipelineBench.Run;

/** {@code travel bench}: measures the product on this machine. */
@Command(
        name = "bench",
        description = "Measure the product on this machine.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(pipeline | extract | crawl)",
        subcommands = {BenchExtractCommand.class, BenchCrawlCommand.class},
        subcommandsRepeatable = false)
final class BenchCommand {
    @Command(
            name = "pipeline",
            description =
                    "Observations per second from topic to tables, all jobs beside bare reading and writing of one table.",
            mixinStandardHelpOptions = true)
    int pipeline(
            @Option(names = "--offers", defaultValue = "40000", description = "Default: ${DEFAULT-VALUE}") int offers,
            @Option(
                            names = "--days",
                            defaultValue = "25",
                            description = "Prices of each offer. Default: ${DEFAULT-VALUE}")
                    int days,
            @Option(
                            names = "--skew",
                            paramLabel = "PERCENT",
                            defaultValue = "0",
                            description = "How many of the offers are all in one market. Default: ${DEFAULT-VALUE}")
                    int skewPercent,
            @Option(
                            names = "--rounds",
                            defaultValue = "3",
                            description = "Counted runs of each. Default: ${DEFAULT-VALUE}")
                    int rounds,
            @Option(names = "--parallelism", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}")
                    int parallelism)
            throws Exception {
        if (skewPercent < 0 || skewPercent > 100) {
            throw new CommandFailedException("--skew is a share of the offers, from 0 to 100, not " + skewPercent);
        }
        Path folder = Files.createTempDirectory("smart-travel-bench-");
        try {
            List<Run> runs = new PipelineBench(
                            offers,
                            days,
                            skewPercent,
                            rounds,
                            parallelism,
                            LocalDate.now(ZoneOffset.UTC),
                            Terminal::say)
                    .run(folder, System.getenv());
            print(runs, (long) offers * days, offers);
        } finally {
            Folders.deleteAll(folder);
        }
        return 0;
    }

    private static void print(List<Run> runs, long observations, int offers) throws IOException {
        TextTable table =
                new TextTable("job", "observations", "seconds", "per_second", "cpu_seconds", "per_cpu_second");
        for (Run run : runs) {
            table.add(
                    run.job(),
                    String.valueOf(observations),
                    decimal(run.seconds()),
                    String.valueOf(Math.round(observations / run.seconds())),
                    decimal(run.cpuSeconds()),
                    String.valueOf(Math.round(observations / run.cpuSeconds())));
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        table.print(out);
        double bare = median(runs, "bare");
        double all = median(runs, "all jobs");
        out.println();
        out.printf(
                Locale.ROOT,
                "all jobs %,.0f/s, bare %,.0f/s, ratio %.2f (medians)%n",
                observations / all,
                observations / bare,
                bare / all);
        long state = runs.stream().mapToLong(Run::stateBytes).max().orElse(0);
        out.printf(Locale.ROOT, "state %,d bytes per offer, in the largest checkpoint%n", state / offers);
        out.println("peak memory " + peakMemory());
    }

    private static double median(List<Run> runs, String job) {
        double[] seconds = runs.stream()
                .filter(run -> run.job().equals(job))
                .mapToDouble(Run::seconds)
                .sorted()
                .toArray();
        return seconds[seconds.length / 2];
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The most that was ever resident, as Linux tells it. */
    private static String peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "not told by this system";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024 + " MiB resident")
                .findFirst()
                .orElse("unknown");
    }
}
