package smarttravel.ingest.providers;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import smarttravel.ingest.pages.Page;

/** Small pages in the manner of a provider's, among the tests' resources. */
public final class ProviderPages {
    private ProviderPages() {}

    /** The text of {@code providers/<name>.html}. */
    public static String text(String name) throws IOException {
        try (InputStream page = ProviderPages.class.getResourceAsStream("/providers/" + name + ".html")) {
            return new String(Objects.requireNonNull(page, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What a strategy reads from a page that is asked for with that context. */
    public static PageReading read(
            ProviderStrategy strategy, String address, String text, Map<String, String> context) {
        PageRequest request = new PageRequest(URI.create(address), PageRole.LISTING, context);
        return strategy.read(Page.ofText(request.address(), text), request);
    }
}
