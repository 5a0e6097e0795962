package smarttravel.ingest.pages;

import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** One page as it was fetched: its address, its text and, when asked for, its elements. For one thread. */
public final class Page {
    private final URI address;
    private final String text;
    private @Nullable Document document;

    private Page(URI address, String text) {
        this.address = address;
        this.text = text;
    }

    /** Of text that is decoded already. */
    public static Page ofText(URI address, String text) {
        return new Page(address, text);
    }

    /**
     * Of bytes; the charset is told by a byte order mark, else by the header, else by the page itself, else guessed.
     *
     * @param contentType the header's value
     */
    public static Page ofBytes(URI address, byte[] bytes, @Nullable String contentType) {
        return new Page(address, PageText.decode(bytes, contentType));
    }

    /** Where it was in the end, after redirects: relative addresses in it are relative to this. */
    public URI address() {
        return address;
    }

    /** Everything as it came, decoded. */
    public String text() {
        return text;
    }

    /** The elements, parsed on the first call. */
    public Document document() {
        Document parsed = document;
        if (parsed == null) {
            parsed = Jsoup.parse(text, address.toString());
            document = parsed;
        }
        return parsed;
    }
}
