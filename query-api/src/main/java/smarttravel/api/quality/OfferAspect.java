package smarttravel.api.quality;

/** What an offer is judged by. */
public enum OfferAspect {
    /** Its price among comparable offers: 100 is cheaper than all. */
    VALUE,
    /** Its guests' rating, shrunk to the market's mean by how few they are. */
    RATING,
    /** Its category. */
    STARS,
    /** Its provider's score. */
    PROVIDER,
    /** How steady its price was: 100 for one that never moved. */
    PRICE_RISK
}
