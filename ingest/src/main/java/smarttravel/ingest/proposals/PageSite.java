package smarttravel.ingest.proposals;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import smarttravel.ingest.pages.Page;

/**
 * Which site a page is from: by its address or, for a kept file, by what the page calls its own address.
 *
 * @param host in lower case without "www."; "" when unknown
 * @param start the page's address, when it has one on the web
 */
record PageSite(String host, Optional<URI> start) {
    private static final String OWN_ADDRESS = "link[rel=canonical][href], meta[property=og:url][content], base[href]";

    static PageSite of(Page page) {
        Optional<URI> start = web(page.address().toString());
        if (start.isEmpty()) {
            start = said(page.document());
        }
        String host = start.map(URI::getHost).orElse("").toLowerCase(Locale.ROOT);
        return new PageSite(host.startsWith("www.") ? host.substring(4) : host, start);
    }

    /** A name for the provider's file. */
    String id() {
        String id = host.replaceAll("[^a-z0-9._-]", "-").replaceAll("^[^a-z0-9]+", "");
        return id.isEmpty() ? "draft" : id.substring(0, Math.min(64, id.length()));
    }

    private static Optional<URI> said(Document document) {
        return document.select(OWN_ADDRESS).stream()
                .map(PageSite::address)
                .flatMap(text -> web(text).stream())
                .findFirst();
    }

    private static String address(Element element) {
        return element.hasAttr("href") ? element.attr("href") : element.attr("content");
    }

    private static Optional<URI> web(String text) {
        try {
            URI address = new URI(text.strip());
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
