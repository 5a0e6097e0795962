package smarttravel.ingest.pages;

import smarttravel.ingest.offers.Extraction;

/** Reads offers from a page, without fetching anything. */
@FunctionalInterface
public interface OfferExtractor {
    /** Never throws for what a page holds: what cannot be used is refused in the result. */
    Extraction extract(Page page);
}
