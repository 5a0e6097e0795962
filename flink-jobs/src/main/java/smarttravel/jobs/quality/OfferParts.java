package smarttravel.jobs.quality;

/**
 * What an offer's score rests on that is the offer's own. What its comparables, its provider and its market add changes by
 * itself and is told elsewhere.
 */
public record OfferParts(String provider, String offerId, OfferSighting seen, PriceRisk priceRisk) {}
