package smarttravel.stack.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.pages.OfferExtractor;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.providers.OfferedStrategy;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.Provider;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFileReader;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.Providers;
import smarttravel.ingest.structured.StructuredData;

/** Who can read a page: the providers of a folder, or what every page may be read with. */
record PageReaders(Path folder, Providers providers) {

    /** The providers of a folder; without one, those that come with the project. */
    static PageReaders of(@Nullable Path folder) throws IOException {
        Path chosen = folder == null ? ExampleFolder.named("providers") : folder;
        if (!Files.isDirectory(chosen)) {
            throw new CommandFailedException(chosen + " is not a folder; name one with --providers.");
        }
        return new PageReaders(chosen, Providers.read(chosen, List.of()));
    }

    /** What reads pages by that file, wherever it lies. */
    static OfferExtractor byFile(Path path) throws IOException {
        if (!Files.isReadable(path)) {
            throw new CommandFailedException(path + " cannot be read.");
        }
        ProviderFile file = ProviderFileReader.read(path);
        return Providers.builtIn().stream()
                .filter(offered -> offered.name().equals(file.strategy()))
                .map(OfferedStrategy::factory)
                .findFirst()
                .map(factory -> extractor(factory.create(file)))
                .orElseThrow(
                        () -> new CommandFailedException(path + ": there is no strategy '" + file.strategy() + "'."));
    }

    /** What reads pages of the provider with that id. */
    OfferExtractor named(String id) {
        return providers
                .named(id)
                .map(provider -> extractor(provider.strategy()))
                .orElseThrow(() ->
                        new CommandFailedException("There is no provider '" + id + "' in " + folder + "; there are: "
                                + providers.all().stream().map(Provider::id).collect(Collectors.joining(", ")) + "."
                                + troubles()));
    }

    /** What reads the page at that address; of a site that nobody has written a file for, its structured data. */
    OfferExtractor forPage(URI address) {
        String host = address.getHost();
        return Optional.ofNullable(host)
                .flatMap(providers::forHost)
                .map(provider -> extractor(provider.strategy()))
                .orElseGet(() -> structuredData(host));
    }

    private OfferExtractor structuredData(@Nullable String host) {
        Terminal.say((host == null
                        ? "Nothing says whose page it is (--url, --provider or --selectors would)"
                        : "No file in " + folder + " has the host " + host)
                + ": only its structured data is read." + troubles());
        return new StructuredData(PriceHint.NONE);
    }

    /** What reads offers by that strategy. */
    private static OfferExtractor extractor(ProviderStrategy strategy) {
        if (strategy instanceof OfferExtractor extractor) {
            return extractor;
        }
        return page -> strategy.read(page, PageRequest.of(page.address(), PageRole.LISTING))
                .extraction();
    }

    private String troubles() {
        return providers.troubles().stream()
                .map(trouble -> System.lineSeparator() + trouble)
                .collect(Collectors.joining());
    }
}
