package smarttravel.ingest.structured.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Everything in a page that speaks to machines, found in one pass over its elements. */
public final class PageMarkup implements NodeVisitor {
    private final Document document;
    private final List<String> scripts = new ArrayList<>();
    private final List<Element> scopes = new ArrayList<>();
    private final Map<String, String> metas = new LinkedHashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private boolean rdfa;
    private @Nullable String next;
    private @Nullable String canonical;

    private PageMarkup(Document document) {
        this.document = document;
    }

    /** Reads a page's markup; whatever it holds. */
    public static PageMarkup of(Document document) {
        PageMarkup markup = new PageMarkup(document);
        NodeTraversor.traverse(markup, document);
        markup.readItems();
        return markup;
    }

    @Override
    public void head(Node node, int depth) {
        if (!(node instanceof Element element) || element.attributesSize() == 0) {
            return;
        }
        if (element.hasAttr("itemscope")) {
            scopes.add(element);
        }
        rdfa |= element.hasAttr("typeof");
        switch (element.normalName()) {
            case "script" -> script(element);
            case "meta" -> meta(element);
            case "a", "link" -> link(element);
            default -> {}
        }
    }

    private void script(Element element) {
        String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        if (type.startsWith("application/ld+json")) {
            scripts.add(element.data());
        }
    }

    private void meta(Element element) {
        String name = element.hasAttr("property") ? element.attr("property") : element.attr("name");
        if (name.indexOf(':') > 0) {
            metas.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), element.attr("content"));
        }
    }

    private void link(Element element) {
        String relation = element.attr("rel");
        if (relation.isEmpty()) {
            return;
        }
        Set<String> relations = Words.of(relation.toLowerCase(Locale.ROOT));
        if (next == null && relations.contains("next")) {
            next = element.attr("href");
        }
        if (canonical == null && relations.contains("canonical")) {
            canonical = element.attr("href");
        }
    }

    private void readItems() {
        List<Item> read = new ArrayList<>();
        for (String script : scripts) {
            JsonLdScript result = JsonLdScript.read(script);
            read.addAll(result.items());
            if (result.complaint() != null && !script.isBlank()) {
                complaints.add(result.complaint());
            }
        }
        items.addAll(ItemGraph.connect(read));
        if (!scopes.isEmpty()) {
            items.addAll(ItemGraph.connect(MicrodataItems.read(document, scopes)));
        }
        if (rdfa) {
            items.addAll(ItemGraph.connect(RdfaItems.read(document)));
        }
    }

    /** All items: JSON-LD first, then microdata, then RDFa, each in the order of the page. */
    public List<Item> items() {
        return items;
    }

    /** Why scripts could not be read, one text for each. */
    public List<String> complaints() {
        return complaints;
    }

    /** The content of the first meta element of that property or name, in lower case; {@code null} without any. */
    public @Nullable String meta(String property) {
        return metas.get(property);
    }

    /** Where the next page of a listing is, as it is written. */
    public @Nullable String next() {
        return next;
    }

    /** The page's address as it wants to be known, as it is written. */
    public @Nullable String canonical() {
        return canonical;
    }

    /** What addresses are relative to. */
    public String base() {
        return document.baseUri();
    }
}
