package smarttravel.ingest.structured;

import org.jspecify.annotations.Nullable;
import smarttravel.ingest.structured.items.Item;

/** A text that an item gives, and which property of it. */
record Said(String text, String origin) {

    /** The first of these properties that holds a text, {@code null} when none does. */
    static @Nullable Said first(@Nullable Item item, String... properties) {
        if (item != null) {
            for (String property : properties) {
                String text = item.text(property);
                if (text != null) {
                    return new Said(text, origin(item, property));
                }
            }
        }
        return null;
    }

    /** The property of the first item that another property leads to. */
    static @Nullable Said inside(@Nullable Item item, String holder, String property) {
        if (item != null) {
            for (Item held : item.items(holder)) {
                Said said = first(held, property);
                if (said != null) {
                    return said;
                }
            }
        }
        return null;
    }

    /** The first address of a property. */
    static @Nullable Said address(@Nullable Item item, String property) {
        String text = item == null ? null : item.address(property);
        return item == null || text == null ? null : new Said(text, origin(item, property));
    }

    /** How an origin is written: {@code microdata Offer.price}. */
    static String origin(Item item, String property) {
        String type =
                item.types().isEmpty() ? item.parentProperty() : item.types().get(0);
        return item.syntax().label() + " " + type + "." + property;
    }
}
