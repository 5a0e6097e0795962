package smarttravel.ingest.structured;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.structured.items.PageMarkup;

/** Makes addresses absolute. For one page. */
final class PageAddresses {
    /** Absolute already, without a part that would have to be resolved. */
    private static final Pattern PLAIN = Pattern.compile("https?://[A-Za-z0-9.-]{1,250}/(?![./])[\\w/%?&=+,;:@~#-]*+");

    private final String base;

    PageAddresses(PageMarkup markup) {
        this.base = markup.base();
    }

    /** The absolute address of a page on the web, {@code null} when the text is none. */
    @Nullable
    String absolute(@Nullable String written) {
        if (written == null || written.isBlank() || written.length() > 4_000) {
            return null;
        }
        if (PLAIN.matcher(written).matches()) {
            return written;
        }
        String address = new Element(Tag.valueOf("a"), base)
                .attr("href", written.strip())
                .absUrl("href");
        return address.startsWith("http://") || address.startsWith("https://") ? address : null;
    }

    /** The same as a value, {@code null} when it is not one that can be fetched. */
    @Nullable
    URI fetchable(@Nullable String written) {
        String address = absolute(written);
        if (address == null) {
            return null;
        }
        try {
            URI uri = new URI(address);
            return uri.getHost() == null ? null : uri;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
