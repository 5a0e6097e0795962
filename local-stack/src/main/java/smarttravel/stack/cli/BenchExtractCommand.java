package smarttravel.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import smarttravel.ingest.pages.Page;
import smarttravel.stack.bench.ExtractBench;
import smarttravel.stack.bench.ExtractBench.Cost;
import smarttravel.stack.bench.KeptPage;

/** {@code travel bench extract}: how fast offers are read from pages, beside parsing them. */
@Command(
        name = "extract",
        description = "Pages per second of one core from text to offers, beside building the pages' elements alone.",
        mixinStandardHelpOptions = true)
final class BenchExtractCommand implements Callable<Integer> {
    private static final int LARGEST = 16 << 20;
    private static final String DESCRIPTION = "EXPECTED.json";

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            defaultValue = "../shared/data/html-pages",
            description = "Its .html files are read; the page_url of an " + DESCRIPTION
                    + " beside a page chooses its provider. Default: ${DEFAULT-VALUE}")
    private Path folder = Path.of(".");

    @Option(names = "--providers", paramLabel = "DIR", description = "Providers' files. Default: examples/providers")
    private @Nullable Path providers;

    @Option(names = "--rounds", defaultValue = "15", description = "Counted rounds. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Override
    public Integer call() throws IOException {
        if (rounds < 1) {
            throw new CommandFailedException("--rounds wants 1 or more, not " + rounds + ".");
        }
        List<KeptPage> pages = pages();
        if (pages.isEmpty()) {
            throw new CommandFailedException("There is no .html file in " + folder + ".");
        }
        Terminal.say(pages.size() + " pages, " + rounds + " rounds after the warm-up");
        print(new ExtractBench(pages, rounds).run());
        return 0;
    }

    private List<KeptPage> pages() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailedException(folder + " is not a folder; name one that holds .html files.");
        }
        PageReaders readers = PageReaders.of(providers);
        List<KeptPage> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(BenchExtractCommand::isPage).sorted().toList()) {
                pages.add(page(file, readers));
            }
        }
        return pages;
    }

    private static boolean isPage(Path file) {
        return Files.isRegularFile(file)
                && file.toString().endsWith(".html")
                && file.toFile().length() <= LARGEST;
    }

    private KeptPage page(Path file, PageReaders readers) throws IOException {
        URI address = address(file);
        byte[] bytes = Files.readAllBytes(file);
        String text = Page.ofBytes(address, bytes, null).text();
        return new KeptPage(folder.relativize(file).toString(), address, text, bytes.length, readers.forPage(address));
    }

    private static URI address(Path file) throws IOException {
        Path description = file.resolveSibling(DESCRIPTION);
        if (Files.isRegularFile(description)) {
            return address(description, new ObjectMapper().readTree(description.toFile()));
        }
        return file.toUri();
    }

    private static URI address(Path description, JsonNode said) {
        try {
            return PageSource.address(said.path("page_url").asText());
        } catch (CommandFailedException e) {
            throw new CommandFailedException(description + ": page_url: " + e.getMessage());
        }
    }

    private static void print(List<Cost> costs) {
        TextTable table = new TextTable("page", "KiB", "offers", "parse_ms", "extract_ms", "ratio");
        for (Cost cost : costs) {
            table.add(
                    cost.page().name(),
                    String.valueOf(cost.page().bytes() >> 10),
                    String.valueOf(cost.offers()),
                    String.format(Locale.ROOT, "%.2f", cost.parsing() * 1e3),
                    String.format(Locale.ROOT, "%.2f", cost.extracting() * 1e3),
                    String.format(Locale.ROOT, "%.2f", cost.ratio()));
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        table.print(out);
        out.println();
        summary(out, "parse only", costs, Cost::parsing);
        summary(out, "to offers ", costs, Cost::extracting);
        out.printf(
                Locale.ROOT,
                "ratio %.2f of processor time%n",
                sum(costs, Cost::parsing) / sum(costs, Cost::extracting));
    }

    private static void summary(PrintWriter out, String what, List<Cost> costs, ToDoubleFunction<Cost> seconds) {
        double all = sum(costs, seconds);
        double bytes = sum(costs, cost -> cost.page().bytes());
        out.printf(
                Locale.ROOT,
                "%s %,.0f pages/s, %.1f MiB/s per core (medians)%n",
                what,
                costs.size() / all,
                bytes / (1 << 20) / all);
    }

    private static double sum(List<Cost> costs, ToDoubleFunction<Cost> part) {
        return costs.stream().mapToDouble(part).sum();
    }
}
