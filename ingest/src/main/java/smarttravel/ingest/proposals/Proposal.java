package smarttravel.ingest.proposals;

import java.util.List;
import smarttravel.ingest.offers.ExtractedOffer;

/**
 * A provider's file drafted from one page.
 *
 * @param yaml the file; "" when nothing can be proposed
 * @param offers what the file gives on that page, or would with a currency where the page names none
 * @param score how much the blocks look like the page's list of offers; only comparable within one page
 * @param why what was found, or why nothing is proposed, for a person
 */
public record Proposal(String yaml, List<ExtractedOffer> offers, double score, String why) {
    public Proposal {
        offers = List.copyOf(offers);
    }

    /** Nothing to propose. */
    static Proposal nothing(String why) {
        return new Proposal("", List.of(), 0, why);
    }

    /** Whether there is nothing to propose. */
    public boolean isEmpty() {
        return yaml.isEmpty();
    }
}
