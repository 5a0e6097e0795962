package smarttravel.stack.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import smarttravel.ingest.pages.Page;

/** The page that a command is asked about: a file, or an address to fetch it from. */
final class PageSource {
    private static final long MOST_BYTES = 64L << 20;

    @Parameters(paramLabel = "FILE|URL", description = "The page.")
    private String source = "";

    @Option(
            names = {"--url", "--page-url"},
            paramLabel = "PAGE_URL",
            description = "Where a page that is a file comes from: chooses the provider, and completes its links.")
    private @Nullable String url;

    @ArgGroup(exclusive = false)
    private PageDownload download = new PageDownload();

    /** The page. */
    Page page() throws IOException {
        if (source.matches("(?i)https?://.*")) {
            return download.fetch(address(source));
        }
        Path file = Path.of(source);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CommandFailedException(source + " cannot be read.");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new CommandFailedException(source + " is larger than " + (MOST_BYTES >> 20) + " MiB.");
        }
        return Page.ofBytes(url == null ? file.toUri() : address(url), Files.readAllBytes(file), null);
    }

    /** What follows a blank is a remark and no part of an address. */
    static URI address(String text) {
        String address = text.strip().replaceFirst("\\s.*", "");
        try {
            URI parsed = new URI(address.replace("[", "%5B").replace("]", "%5D").replace("|", "%7C"));
            if (parsed.getHost() != null) {
                return parsed;
            }
        } catch (URISyntaxException e) {
            throw new CommandFailedException("'" + address + "' is not an address: " + e.getReason() + ".");
        }
        throw new CommandFailedException("'" + address + "' is not an address such as https://host/page.");
    }
}
