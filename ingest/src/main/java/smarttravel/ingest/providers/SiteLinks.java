package smarttravel.ingest.providers;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import smarttravel.ingest.pages.Page;

/** Where a page's links lead, as far as they stay on its site: a page may link anywhere, a crawl may not follow. */
public final class SiteLinks {
    private SiteLinks() {}

    /** The address of the first element that the selector finds; empty when there is none or it leads away. */
    public static Optional<URI> first(Page page, String selector) {
        return all(page, selector).findFirst();
    }

    /** The addresses of all elements that the selector finds, each once, in the order of the page. */
    public static Stream<URI> all(Page page, String selector) {
        return page.document().select(selector).stream()
                .flatMap(link -> onSite(page, link.absUrl("href")).stream())
                .distinct();
    }

    private static Optional<URI> onSite(Page page, String text) {
        try {
            URI address = new URI(text);
            boolean same = Objects.equals(address.getScheme(), page.address().getScheme())
                    && Objects.equals(address.getRawAuthority(), page.address().getRawAuthority());
            return same ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
