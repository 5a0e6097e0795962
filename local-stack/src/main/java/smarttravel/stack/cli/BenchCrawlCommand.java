package smarttravel.stack.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import smarttravel.stack.bench.CrawlBench;
import smarttravel.stack.bench.CrawlBench.Run;

/** {@code travel bench crawl}: how fast a slow site is read. */
@Command(
        name = "crawl",
        description = "Pages per second against how many are fetched at once, from a simulated site that is slow.",
        mixinStandardHelpOptions = true)
final class BenchCrawlCommand implements Callable<Integer> {
    @Option(names = "--pages", defaultValue = "300", description = "Pages for each. Default: ${DEFAULT-VALUE}")
    private int pages;

    @Option(names = "--latency", defaultValue = "PT0.2S", description = "Of the site. Default: ${DEFAULT-VALUE}")
    private Duration latency = Duration.ofMillis(200);

    @Option(
            names = "--concurrency",
            split = ",",
            defaultValue = "1,2,4,8,16,32",
            description = "Pages at once, one run for each. Default: ${DEFAULT-VALUE}")
    private List<Integer> concurrencies = List.of(1);

    @Override
    public Integer call() throws Exception {
        TextTable table =
                new TextTable("at_once", "pages", "offers", "seconds", "pages_per_s", "of_possible", "cpu_ms_per_page");
        for (Run run : new CrawlBench(pages, latency).run(concurrencies)) {
            double perSecond = run.pages() / run.seconds();
            table.add(
                    String.valueOf(run.concurrency()),
                    String.valueOf(run.pages()),
                    String.valueOf(run.offers()),
                    format("%.1f", run.seconds()),
                    format("%.1f", perSecond),
                    format("%.2f", perSecond * latency.toMillis() / 1_000 / run.concurrency()),
                    format("%.2f", run.cpuMillis() / run.pages()));
        }
        table.print(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        return 0;
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
