package smarttravel.ingest.structured.items;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Items of microdata (HTML standard, "the properties of an item"). As consumers do, a {@code content} attribute counts on
 * every element. Elements reached by {@code itemref} are counted: beyond the limit references lead nowhere.
 */
final class MicrodataItems {
    private static final int MOST_REFERRED = 200_000;
    private static final Set<String> BY_SOURCE = Set.of("audio", "embed", "iframe", "img", "source", "track", "video");
    private static final Set<String> BY_LINK = Set.of("a", "area", "link");

    private final Document document;
    private final IdentityHashMap<Element, Item> items = new IdentityHashMap<>();
    private final List<Item> inOrder = new ArrayList<>();
    private @Nullable Map<String, Element> ids;
    private int referred;

    private MicrodataItems(Document document) {
        this.document = document;
    }

    /** The items of these elements, which are all that have {@code itemscope}, in the order of the page. */
    static List<Item> read(Document document, List<Element> scopes) {
        MicrodataItems reader = new MicrodataItems(document);
        for (Element scope : scopes) {
            Item item = new Item(Syntax.MICRODATA, scope);
            Words.of(scope.attr("itemtype")).forEach(item::addType);
            if (scope.hasAttr("itemid")) {
                item.name(scope.attr("itemid"));
            }
            reader.items.put(scope, item);
            reader.inOrder.add(item);
        }
        for (Element scope : scopes) {
            reader.fill(scope, reader.item(scope));
        }
        return reader.inOrder;
    }

    private Item item(Element scope) {
        return items.computeIfAbsent(scope, element -> new Item(Syntax.MICRODATA, element));
    }

    private void fill(Element scope, Item item) {
        NodeTraversor.filter(new Properties(scope, item, false), scope);
        String references = scope.attr("itemref");
        if (references.isEmpty()) {
            return;
        }
        Set<Element> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        StringTokenizer names = new StringTokenizer(references);
        while (names.hasMoreTokens() && referred < MOST_REFERRED) {
            Element meant = ids().get(names.nextToken());
            if (meant != null && !meant.equals(scope) && seen.add(meant)) {
                NodeTraversor.filter(new Properties(scope, item, true), meant);
            }
        }
    }

    private Map<String, Element> ids() {
        Map<String, Element> known = ids;
        if (known == null) {
            Map<String, Element> found = new HashMap<>();
            document.stream().forEach(element -> {
                if (element.attributesSize() > 0 && element.hasAttr("id")) {
                    found.putIfAbsent(element.attr("id"), element);
                }
            });
            ids = found;
            known = found;
        }
        return known;
    }

    /** Collects one item's properties, leaving alone what belongs to items inside it. */
    private final class Properties implements NodeFilter {
        private final Element scope;
        private final Item item;
        private final boolean byReference;

        Properties(Element scope, Item item, boolean byReference) {
            this.scope = scope;
            this.item = item;
            this.byReference = byReference;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            if (byReference && ++referred > MOST_REFERRED) {
                return FilterResult.STOP;
            }
            if (element.equals(scope)) {
                return byReference ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
            }
            if (element.attributesSize() == 0) {
                return FilterResult.CONTINUE;
            }
            boolean inner = element.hasAttr("itemscope");
            String names = element.attr("itemprop");
            if (!names.isEmpty()) {
                ItemValue value = inner ? item(element) : value(element);
                Words.of(names).forEach(name -> item.add(SchemaNames.local(name), value));
            }
            return inner ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
        }
    }

    private static ItemValue value(Element element) {
        String name = element.normalName();
        if (BY_LINK.contains(name) && element.hasAttr("href")) {
            return ItemText.reference(element.attr("href"));
        }
        if (BY_SOURCE.contains(name)) {
            return ItemText.of(element.attr("src"));
        }
        for (String attribute : machineAttributes(name)) {
            if (element.hasAttr(attribute)) {
                return ItemText.of(element.attr(attribute));
            }
        }
        return ItemText.within(element);
    }

    private static List<String> machineAttributes(String name) {
        return switch (name) {
            case "object" -> List.of("data", "content");
            case "data", "meter" -> List.of("value", "content");
            case "time" -> List.of("datetime", "content");
            default -> List.of("content");
        };
    }
}
