package smarttravel.ingest.structured.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A thing that a page describes. Names of schema.org stand without their vocabulary, whichever syntax they came in. Items
 * may refer to one another in circles: whoever walks them has to count.
 */
public final class Item implements ItemValue {
    private final Syntax syntax;
    private final @Nullable Element element;
    private final List<String> types = new ArrayList<>(1);
    private final Map<String, List<ItemValue>> properties = new LinkedHashMap<>();
    private @Nullable String id;
    private @Nullable Item parent;
    private String parentProperty = "";

    Item(Syntax syntax, @Nullable Element element) {
        this.syntax = syntax;
        this.element = element;
    }

    void addType(String type) {
        String local = SchemaNames.local(type.strip());
        if (!local.isEmpty() && !types.contains(local)) {
            types.add(local);
        }
    }

    void name(String identifier) {
        id = identifier.strip();
    }

    void add(String property, ItemValue value) {
        properties.computeIfAbsent(property, key -> new ArrayList<>(1)).add(value);
        adopt(property, value);
    }

    private void adopt(String property, ItemValue value) {
        if (value instanceof Item child && child.parent == null && child != this) {
            child.parent = this;
            child.parentProperty = property;
        }
    }

    void forget(String property) {
        properties.remove(property);
    }

    /** Takes what another description of the same thing says and this one does not. */
    void complete(Item other) {
        other.properties.forEach((property, values) -> {
            if (properties.putIfAbsent(property, values) == null) {
                values.forEach(value -> {
                    if (value instanceof Item child && child.parent == other) {
                        child.parent = this;
                    }
                });
            }
        });
    }

    /** Puts items in the places of the texts that name them. */
    void resolve(Map<String, Item> named) {
        properties.forEach((property, values) -> values.replaceAll(value -> {
            Item meant = value instanceof ItemText text && text.isReference() ? named.get(text.text()) : null;
            if (meant == null || meant == this) {
                return value;
            }
            adopt(property, meant);
            return meant;
        }));
    }

    boolean isEmpty() {
        return types.isEmpty() && properties.isEmpty();
    }

    /** How the page writes it. */
    public Syntax syntax() {
        return syntax;
    }

    /** What holds it, {@code null} when it stands in a script. */
    public @Nullable Element element() {
        return element;
    }

    /** The page's own name for it, an address as a rule. */
    public @Nullable String id() {
        return id;
    }

    /** What it is said to be. */
    public List<String> types() {
        return types;
    }

    /** Whether it is said to be one of these. */
    public boolean isOneOf(Set<String> names) {
        for (String type : types) {
            if (names.contains(type)) {
                return true;
            }
        }
        return false;
    }

    /** The first item that holds this one, {@code null} when none does. */
    public @Nullable Item parent() {
        return parent;
    }

    /** As what the parent holds it, "" without one. */
    public String parentProperty() {
        return parentProperty;
    }

    /** Names of its properties, in the order of the page. */
    public Set<String> properties() {
        return properties.keySet();
    }

    /** Everything a property holds, in the order of the page. */
    public List<ItemValue> values(String property) {
        return properties.getOrDefault(property, List.of());
    }

    /** The items a property holds. */
    public List<Item> items(String property) {
        List<Item> items = new ArrayList<>();
        for (ItemValue value : values(property)) {
            if (value instanceof Item item) {
                items.add(item);
            }
        }
        return items;
    }

    /** The first text of a property that is not blank, {@code null} when it has none. */
    public @Nullable String text(String property) {
        for (ItemValue value : values(property)) {
            if (value instanceof ItemText text && !text.text().isBlank()) {
                return text.text();
            }
        }
        return null;
    }

    /** The first address of a property: a text, or the name of the item it leads to. */
    public @Nullable String address(String property) {
        for (ItemValue value : values(property)) {
            String address = value instanceof Item item ? item.id : ((ItemText) value).text();
            if (address != null && !address.isBlank()) {
                return address.strip();
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return syntax.label() + types + properties.keySet();
    }
}
