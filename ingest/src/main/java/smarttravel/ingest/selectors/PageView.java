package smarttravel.ingest.selectors;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.pages.Page;

/** A page while it is read: what holds for all of its items is looked for once. */
final class PageView {
    private final Page page;
    private final Map<String, String> context;
    private final Map<TextSource, List<String>> seen = new HashMap<>();

    /**
     * A view.
     *
     * @param context what was known before the page was fetched
     */
    PageView(Page page, Map<String, String> context) {
        this.page = page;
        this.context = context;
    }

    Document document() {
        return page.document();
    }

    URI address() {
        return page.address();
    }

    Map<String, String> context() {
        return context;
    }

    /** What a source says on this page, asked for once. */
    List<String> once(TextSource source, Function<Document, List<String>> read) {
        return seen.computeIfAbsent(source, unknown -> read.apply(document()));
    }

    /** The absolute form of a link; {@code null} when it leads to no page. */
    @Nullable
    String absolute(String link) {
        try {
            URL base = new URL(document().baseUri());
            String relative = link.strip();
            // java.net.URL would leave out the path's last part before a query (RFC 2396 instead of 3986, section 5.3)
            URL absolute = new URL(base, relative.startsWith("?") ? base.getPath() + relative : relative);
            return absolute.getProtocol().startsWith("http")
                            && !absolute.getHost().isEmpty()
                    ? absolute.toExternalForm()
                    : null;
        } catch (MalformedURLException e) {
            return null;
        }
    }
}
