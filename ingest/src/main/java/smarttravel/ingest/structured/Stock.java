package smarttravel.ingest.structured;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Availability;

/** What a word about stock means: a term of schema.org's ItemAvailability or what sites write instead. */
final class Stock {
    private static final Set<String> THERE = Set.of(
            "instock",
            "available",
            "instoreonly",
            "limitedavailability",
            "onlineonly",
            "preorder",
            "presale",
            "backorder",
            "madetoorder",
            "availableforpreorder",
            "lowstock",
            "yes");
    private static final Set<String> GONE = Set.of(
            "outofstock", "soldout", "discontinued", "unavailable", "oos", "notavailable", "eventcancelled", "no");

    private Stock() {}

    /** {@code null} when the word says neither. */
    static @Nullable Availability of(@Nullable String term) {
        String word = OfferPrice.word(term);
        if (THERE.contains(word)) {
            return Availability.AVAILABLE;
        }
        return GONE.contains(word) ? Availability.SOLD_OUT : null;
    }
}
