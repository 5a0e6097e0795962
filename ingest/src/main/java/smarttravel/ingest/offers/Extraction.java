package smarttravel.ingest.offers;

import java.util.ArrayList;
import java.util.List;

/**
 * What was read from one page.
 *
 * @param offers in the order of the page
 * @param refused what looked like an offer and was refused
 */
public record Extraction(List<ExtractedOffer> offers, List<RefusedOffer> refused) {
    /** Nothing. */
    public static final Extraction NOTHING = new Extraction(List.of(), List.of());

    public Extraction {
        offers = List.copyOf(offers);
        refused = List.copyOf(refused);
    }

    /** Both together, this one's first. */
    public Extraction and(Extraction other) {
        List<ExtractedOffer> allOffers = new ArrayList<>(offers);
        allOffers.addAll(other.offers);
        List<RefusedOffer> allRefused = new ArrayList<>(refused);
        allRefused.addAll(other.refused);
        return new Extraction(allOffers, allRefused);
    }
}
