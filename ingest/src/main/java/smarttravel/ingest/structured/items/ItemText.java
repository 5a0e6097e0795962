package smarttravel.ingest.structured.items;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A property's text. That of an element is only put together when somebody asks, and is cut where it grows absurd. */
public final class ItemText implements ItemValue {
    private static final int LONGEST = 20_000;

    private final @Nullable Element element;
    private final boolean reference;
    private @Nullable String text;

    private ItemText(@Nullable String text, @Nullable Element element, boolean reference) {
        this.text = text;
        this.element = element;
        this.reference = reference;
    }

    static ItemText of(String text) {
        return new ItemText(text, null, false);
    }

    /** An address, which may turn out to be the name of another item of the page. */
    static ItemText reference(String address) {
        return new ItemText(address, null, true);
    }

    static ItemText within(Element element) {
        return new ItemText(null, element, false);
    }

    boolean isReference() {
        return reference;
    }

    /** As it stands there, without markup. */
    public String text() {
        String known = text;
        if (known == null) {
            known = element == null ? "" : VisibleText.of(element, LONGEST);
            text = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return text();
    }
}
