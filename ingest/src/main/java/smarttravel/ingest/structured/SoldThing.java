package smarttravel.ingest.structured;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.ingest.structured.items.Item;

/**
 * What an offer is for and who makes it, wherever the page says so: the thing around the offer, the thing inside it
 * ({@code itemOffered}), or the seller around it ({@code makesOffer}).
 */
record SoldThing(@Nullable Item thing, @Nullable Item seller) {
    private static final Set<String> OFFERED = Set.of("offers", "offer");
    private static final Set<String> MADE = Set.of("makesOffer", "itemListElement", "hasOfferCatalog");
    private static final Set<String> AGGREGATE = Set.of("AggregateOffer");
    private static final Set<String> CATALOG = Set.of("OfferCatalog", "ItemList", "ListItem");
    private static final Set<String> BESIDE = Set.of(
            "isRelatedTo",
            "isSimilarTo",
            "isAccessoryOrSparePartFor",
            "isConsumableFor",
            "addOn",
            "acceptedOffer",
            "potentialAction",
            "expectsAcceptanceOf",
            "orderedItem",
            "review",
            "itemReviewed",
            "referencesOrder",
            "workFeatured");
    private static final int FARTHEST = 16;

    /** Of an item that is an offer. */
    static SoldThing of(Item offer) {
        List<Item> inside = offer.items("itemOffered");
        if (!inside.isEmpty()) {
            return new SoldThing(inside.get(0), seller(offer));
        }
        Item around = offer.parent();
        String as = offer.parentProperty();
        for (int i = 0; around != null && around.isOneOf(AGGREGATE) && i < FARTHEST; i++) {
            as = around.parentProperty();
            around = around.parent();
        }
        return OFFERED.contains(as) ? new SoldThing(around, null) : new SoldThing(null, seller(offer));
    }

    private static @Nullable Item seller(Item offer) {
        Item around = offer.parent();
        String as = offer.parentProperty();
        for (int i = 0; around != null && around.isOneOf(CATALOG) && i < FARTHEST; i++) {
            as = around.parentProperty();
            around = around.parent();
        }
        return MADE.contains(as) ? around : null;
    }

    /** Whether the page only mentions it: an accessory, something alike, an order that was placed. */
    static boolean isBeside(Item offer) {
        Item item = offer;
        for (int i = 0; item != null && i < FARTHEST; i++) {
            if (BESIDE.contains(item.parentProperty())) {
                return true;
            }
            item = item.parent();
        }
        return false;
    }

    /** The thing, or where only the seller is known, the seller. */
    @Nullable
    Item thingOrSeller() {
        return thing == null ? seller : thing;
    }

    /** The thing's name, or that of the nearest thing around it that has one. */
    @Nullable
    Said name() {
        Item item = thing;
        for (int i = 0; item != null && i < 4; i++) {
            Said name = Said.first(item, "name", "headline", "flightNumber");
            if (name != null) {
                return name;
            }
            boolean listed = Set.of("item", "itemListElement", "mainEntity").contains(item.parentProperty());
            item = listed ? null : item.parent();
        }
        return null;
    }
}
