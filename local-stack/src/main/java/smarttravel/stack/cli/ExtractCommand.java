package smarttravel.stack.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.ExtractionJson;
import smarttravel.ingest.pages.OfferExtractor;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.yaml.YamlFileException;

/** {@code travel extract}: shows what is read from one page, so that a file of selectors can be tried without a crawl. */
@Command(
        name = "extract",
        description = "Read the offers of one page, and say where each field came from.",
        mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {
    @Mixin
    private PageSource source = new PageSource();

    @ArgGroup
    private Choice choice = new Choice();

    @Option(names = "--providers", paramLabel = "DIR", description = "Providers' files. Default: examples/providers")
    private @Nullable Path providers;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Output output = Output.json;

    @Option(names = "--origins", description = "In a table: every field with where it came from. JSON always tells.")
    private boolean origins;

    /** How offers are shown. */
    enum Output {
        json,
        table
    }

    /** Who reads the page, when its address is not to decide. */
    private static final class Choice {
        @Option(names = "--provider", paramLabel = "P", description = "Id of the provider whose page it is.")
        private @Nullable String provider;

        @Option(names = "--selectors", paramLabel = "F.yaml", description = "A provider's file to read the page by.")
        private @Nullable Path selectors;
    }

    @Override
    public Integer call() throws IOException {
        Page page = source.page();
        Extraction extraction = extractor(page).extract(page);
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        if (output == Output.json) {
            out.println(ExtractionJson.text(extraction));
        } else if (origins) {
            ExtractionTable.printOrigins(extraction, out);
        } else {
            ExtractionTable.print(extraction, out);
        }
        return 0;
    }

    private OfferExtractor extractor(Page page) throws IOException {
        try {
            if (choice.selectors != null) {
                return PageReaders.byFile(choice.selectors);
            }
            PageReaders readers = PageReaders.of(providers);
            return choice.provider == null ? readers.forPage(page.address()) : readers.named(choice.provider);
        } catch (YamlFileException e) {
            throw new CommandFailedException(e);
        }
    }
}
