package smarttravel.ingest.health;

import java.util.Map;
import smarttravel.ingest.offers.OfferField;

/**
 * How a provider's pages of one role, with offers of one kind, have looked lately, from pages that were believed.
 *
 * @param pages how many it rests on
 * @param itemsPerPage median over pages that lead to a further one; over all when none does
 * @param items on all of them
 * @param refusedShare of the items, 0 to 1
 * @param pagesWithItems how many of the pages have any
 * @param pagesWith how many of those have a field at least once, by field
 * @param missedInARow on how many of the newest pages with items a field was missing, one after the other, by field
 * @param unrecognisedInARow how many of the newest pages of this kind were not recognised, one after the other
 */
record Norm(
        int pages,
        double itemsPerPage,
        int items,
        double refusedShare,
        int pagesWithItems,
        Map<OfferField, Integer> pagesWith,
        Map<OfferField, Integer> missedInARow,
        int unrecognisedInARow) {

    /** Nothing known yet. */
    static final Norm NONE = new Norm(0, 0, 0, 0, 0, Map.of(), Map.of(), 0);

    Norm {
        pagesWith = Map.copyOf(pagesWith);
        missedInARow = Map.copyOf(missedInARow);
    }
}
