package smarttravel.ingest.structured.items;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Items of RDFa 1.1 (W3C, "RDFa Core 1.1", section 7.5): Lite, and {@code about} and {@code rel} beside it. What is not read:
 * {@code rev}, {@code inlist}, language and datatype, {@code rel} that waits for an untyped object.
 */
final class RdfaItems implements NodeVisitor {
    private final List<Item> items = new ArrayList<>();
    private final Map<String, Item> named = new HashMap<>();
    private final Deque<RdfaScope> scopes = new ArrayDeque<>();

    private RdfaItems() {
        scopes.push(RdfaScope.INITIAL);
    }

    static List<Item> read(Document document) {
        RdfaItems reader = new RdfaItems();
        NodeTraversor.traverse(reader, document);
        reader.items.removeIf(Item::isEmpty);
        return reader.items;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            RdfaScope outer = scopes.element();
            scopes.push(element.attributesSize() == 0 ? outer : enter(element, outer));
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element) {
            scopes.pop();
        }
    }

    private RdfaScope enter(Element element, RdfaScope outer) {
        RdfaScope scope = outer;
        if (element.hasAttr("vocab")) {
            scope = scope.speaking(element.attr("vocab"));
        }
        if (element.hasAttr("prefix")) {
            scope = scope.prefixed(element.attr("prefix"));
        }
        List<String> properties = scope.names(element.attr("property"));
        List<String> relations = relations(element, scope, properties);
        if (element.hasAttr("typeof")) {
            return typed(element, scope, properties, relations);
        }
        if (element.hasAttr("about")) {
            scope = scope.about(item(element.attr("about"), null));
        } else if (properties.isEmpty() && relations.isEmpty() && element.hasAttr("resource")) {
            scope = scope.about(item(element.attr("resource"), null));
        }
        Item subject = scope.subject();
        return subject == null ? scope : untyped(element, scope, subject, properties, relations);
    }

    /** Beside a property only such relations count that cannot be HTML's own words (HTML+RDFa 1.1, section 3.1). */
    private static List<String> relations(Element element, RdfaScope scope, List<String> properties) {
        String attribute = element.attr("rel");
        boolean counts = !attribute.isEmpty() && (properties.isEmpty() || attribute.indexOf(':') >= 0);
        return counts ? scope.names(attribute) : List.of();
    }

    private RdfaScope typed(Element element, RdfaScope scope, List<String> properties, List<String> relations) {
        Item item = item(element.hasAttr("about") ? element.attr("about") : target(element), element);
        scope.names(element.attr("typeof")).forEach(item::addType);
        Item subject = scope.subject();
        Item waiting = scope.waitingSubject();
        if (waiting != null) {
            scope.waiting().forEach(relation -> waiting.add(relation, item));
        }
        if (subject != null && !element.hasAttr("about")) {
            properties.forEach(property -> subject.add(property, item));
            relations.forEach(relation -> subject.add(relation, item));
        } else if (!properties.isEmpty() && element.hasAttr("about")) {
            ItemValue value = value(element);
            properties.forEach(property -> item.add(property, value));
        }
        return scope.about(item);
    }

    private static RdfaScope untyped(
            Element element, RdfaScope scope, Item subject, List<String> properties, List<String> relations) {
        if (!properties.isEmpty()) {
            ItemValue value = value(element);
            properties.forEach(property -> subject.add(property, value));
        }
        if (relations.isEmpty()) {
            return scope;
        }
        String target = target(element);
        if (target == null) {
            return scope.waitingFor(relations, subject);
        }
        relations.forEach(relation -> subject.add(relation, ItemText.reference(target)));
        return scope;
    }

    /** The item of that name; a new one when it has no name that could be meant elsewhere. */
    private Item item(@Nullable String name, @Nullable Element element) {
        boolean nameless = name == null || name.isBlank() || name.strip().equals("#");
        Item known = nameless ? null : named.get(name);
        if (known != null) {
            return known;
        }
        Item item = new Item(Syntax.RDFA, element);
        if (name != null && !nameless) {
            item.name(name);
            named.put(name, item);
        }
        items.add(item);
        return item;
    }

    private static @Nullable String target(Element element) {
        for (String attribute : List.of("resource", "href", "src")) {
            if (element.hasAttr(attribute)) {
                return element.attr(attribute);
            }
        }
        return null;
    }

    private static ItemValue value(Element element) {
        if (element.hasAttr("content")) {
            return ItemText.of(element.attr("content"));
        }
        String target = target(element);
        if (target != null) {
            return ItemText.reference(target);
        }
        return element.hasAttr("datetime") ? ItemText.of(element.attr("datetime")) : ItemText.within(element);
    }
}
