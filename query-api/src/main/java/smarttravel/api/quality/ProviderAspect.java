package smarttravel.api.quality;

/** What a provider is judged by, each the share of good ones. */
public enum ProviderAspect {
    /** Of all observations in seven days, those that were accepted. */
    VALIDITY,
    /** Of the optional fields that its kinds of offer can have, those that are filled. */
    COMPLETENESS,
    /** Of its live offers, those seen in the last 24 hours of its own event time. */
    FRESHNESS,
    /** Of its list prices, those not above the offer's own highest price of a month. */
    HONESTY,
    /** Of its price changes, those not undone within 48 hours. */
    STABILITY,
    /** Of its offers that another provider's is compared with, those that nobody undercuts. */
    COMPETITIVENESS;

    /** The component's name in the table. */
    String word() {
        return QualityWeights.word(this);
    }
}
