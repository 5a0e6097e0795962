package smarttravel.ingest.structured.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts together what one page says in several places about things that it names (JSON-LD 1.1, "node identifiers"). */
final class ItemGraph {
    private ItemGraph() {}

    /** The items with references followed; descriptions without a type are folded into the typed one of the same name. */
    static List<Item> connect(List<Item> items) {
        Map<String, Item> named = new HashMap<>();
        for (Item item : items) {
            String id = item.id();
            if (id != null && !item.types().isEmpty()) {
                Item first = named.putIfAbsent(id, item);
                if (first != null && first.types().equals(item.types())) {
                    first.complete(item);
                }
            }
        }
        if (named.isEmpty()) {
            return items;
        }
        List<Item> connected = new ArrayList<>(items.size());
        for (Item item : items) {
            Item typed = item.types().isEmpty() && item.id() != null ? named.get(item.id()) : null;
            if (typed == null) {
                connected.add(item);
            } else {
                typed.complete(item);
            }
        }
        connected.forEach(item -> item.resolve(named));
        return connected;
    }
}
