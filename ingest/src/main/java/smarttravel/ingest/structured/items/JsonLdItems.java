package smarttravel.ingest.structured.items;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items of one JSON-LD script, straight from the tokens. Contexts are not fetched: terms are taken for those of schema.org,
 * as all consumers of such scripts do. Of a key that stands twice the last counts, as in browsers.
 */
final class JsonLdItems {
    private static final int DEEPEST = 500;
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(1_000)
                    .build())
            .build();
    /** As schema.org's own context defines them. */
    private static final Map<String, String> ALIASES = Map.of("type", "@type", "id", "@id");

    private static final Set<String> TRANSPARENT = Set.of("@list", "@set");
    private static final Set<String> ROOTS = Set.of("@graph", "@included");
    private static final Set<String> SKIPPED = Set.of("@context", "@reverse");

    private final List<Item> items = new ArrayList<>();
    private final Set<Item> dissolved = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Level> open = new ArrayDeque<>();

    private JsonLdItems() {}

    /**
     * Reads a script's text as it is, without any repair.
     *
     * @throws IOException when it is no JSON, or JSON beyond every measure
     */
    static List<Item> read(String script) throws IOException {
        JsonLdItems reader = new JsonLdItems();
        try (JsonParser parser = JSON.createParser(script)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                reader.take(token, parser);
            }
        }
        reader.items.removeIf(reader::isGone);
        return reader.items;
    }

    /** Asked in the order of the page, so that what is inside something gone goes too. */
    private boolean isGone(Item item) {
        Item parent = item.parent();
        return item.isEmpty()
                || (parent != null && dissolved.contains(parent) && dissolved.add(item))
                || dissolved.contains(item);
    }

    /** Where a value goes: into a property of an item; nowhere when it is a root. */
    private record Slot(@Nullable Item owner, String property) {}

    /** An object or array that has begun and not ended. */
    private static final class Level {
        final Slot slot;
        final @Nullable Item item;
        String key = "";

        @Nullable
        String value;

        Level(Slot slot, @Nullable Item item) {
            this.slot = slot;
            this.item = item;
        }
    }

    private void take(JsonToken token, JsonParser parser) throws IOException {
        switch (token) {
            case START_OBJECT -> {
                Item item = new Item(Syntax.JSON_LD, null);
                items.add(item);
                open.push(new Level(slot(), item));
            }
            case START_ARRAY -> open.push(new Level(slot(), null));
            case END_OBJECT -> end(open.pop());
            case END_ARRAY -> open.pop();
            case FIELD_NAME -> key(parser);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> put(parser.getText());
            default -> {}
        }
    }

    private void key(JsonParser parser) throws IOException {
        Level level = open.element();
        String name = parser.currentName();
        level.key = ALIASES.getOrDefault(name, SchemaNames.local(name));
        if (SKIPPED.contains(level.key)) {
            parser.nextToken();
            parser.skipChildren();
        } else if (level.item != null) {
            dissolved.addAll(level.item.items(level.key));
            level.item.forget(level.key);
        }
    }

    private Slot slot() {
        Level level = open.peek();
        if (level == null) {
            return new Slot(null, "");
        }
        if (level.item == null || TRANSPARENT.contains(level.key)) {
            return level.slot;
        }
        return ROOTS.contains(level.key) ? new Slot(null, "") : new Slot(level.item, level.key);
    }

    private void put(String text) {
        Slot slot = slot();
        Item owner = slot.owner();
        if (owner == null) {
            return;
        }
        switch (slot.property()) {
            case "@type" -> owner.addType(text);
            case "@id" -> owner.name(text);
            case "@value" -> open.element().value = text;
            default -> {
                if (!slot.property().startsWith("@")) {
                    owner.add(slot.property(), ItemText.of(text));
                }
            }
        }
    }

    private void end(Level level) {
        Item item = level.item;
        Item owner = level.slot.owner();
        if (item == null) {
            return;
        }
        String id = item.id();
        if (level.value != null) {
            give(level.slot, item, ItemText.of(level.value));
        } else if (item.isEmpty()) {
            give(level.slot, item, id == null ? null : ItemText.reference(id));
        } else if (owner != null && !level.slot.property().startsWith("@")) {
            owner.add(level.slot.property(), item);
        }
    }

    private void give(Slot slot, Item instead, @Nullable ItemText text) {
        dissolved.add(instead);
        if (slot.owner() != null && text != null && !slot.property().startsWith("@")) {
            slot.owner().add(slot.property(), text);
        }
    }
}
