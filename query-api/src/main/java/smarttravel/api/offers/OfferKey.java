package smarttravel.api.offers;

/** An offer's identity. */
public record OfferKey(String provider, String offerId) {}
