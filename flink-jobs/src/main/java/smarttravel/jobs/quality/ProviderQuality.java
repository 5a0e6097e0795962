package smarttravel.jobs.quality;

import java.util.Map;

/** How good a provider's data are. The counts behind the components are in {@code travel.provider_quality_days}. */
public final class ProviderQuality {
    /** What a provider is judged by, each the share of good ones. */
    public enum Aspect {
        /** Of all observations in seven days, those that were accepted. */
        VALIDITY,
        /** Of the optional fields that its kinds of offer can have, those that are filled. */
        COMPLETENESS,
        /** Of its live offers, those seen in the last 24 hours of its own event time. */
        FRESHNESS,
        /** Of its list prices, those not above the offer's own highest price of 30 days. */
        HONESTY,
        /** Of its price changes, those not undone within 48 hours. */
        STABILITY,
        /** Of the comparable groups that it is in, those where it is cheapest. */
        COMPETITIVENESS
    }

    /**
     * Validity, freshness and honesty count 20 each: without them no other figure can be trusted. So does
     * competitiveness, the one that a traveller feels. Completeness and stability count 10: they are nuisances.
     */
    public static final QualityWeights<Aspect> DEFAULT_WEIGHTS = new QualityWeights<>(Map.of(
            Aspect.VALIDITY, 20.0,
            Aspect.COMPLETENESS, 10.0,
            Aspect.FRESHNESS, 20.0,
            Aspect.HONESTY, 20.0,
            Aspect.STABILITY, 10.0,
            Aspect.COMPETITIVENESS, 20.0));

    private ProviderQuality() {}

    /** The defaults, changed by {@code TRAVEL_PROVIDER_WEIGHTS}, see {@link QualityWeights#changedBy}. */
    public static QualityWeights<Aspect> weights(Map<String, String> environment) {
        return DEFAULT_WEIGHTS.changedBy(environment.getOrDefault("TRAVEL_PROVIDER_WEIGHTS", ""));
    }
}
