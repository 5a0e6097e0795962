package smarttravel.ingest.selectors;

import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.RefusedOffer;

/** What became of one item of a page. */
sealed interface ItemReading {
    /** It is an offer. */
    record Offered(ExtractedOffer offer) implements ItemReading {}

    /** It should be one. */
    record Refused(RefusedOffer refused) implements ItemReading {}

    /** It never meant to be one. */
    record NoOffer() implements ItemReading {}
}
