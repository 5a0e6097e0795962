package smarttravel.api.quality;

import java.util.Map;

/**
 * By what weights scores are formed. What is stored are counts, so other weights hold at once and for every day.
 *
 * @param providers of the components of a provider's score
 * @param offers of the components of an offer's score
 */
public record QualitySettings(QualityWeights<ProviderAspect> providers, QualityWeights<OfferAspect> offers) {
    /**
     * Of providers: validity, freshness and honesty count 20 each, without them no other figure can be trusted. So does
     * competitiveness, the one that a traveller feels. Completeness and stability count 10: they are nuisances.
     *
     * <p>Of offers: value counts 35, what guests say 25; stars 15, because they say what is bought rather than how good it is;
     * the provider 15; price risk 10.
     */
    public static final QualitySettings DEFAULT = new QualitySettings(
            new QualityWeights<>(Map.of(
                    ProviderAspect.VALIDITY, 20.0,
                    ProviderAspect.COMPLETENESS, 10.0,
                    ProviderAspect.FRESHNESS, 20.0,
                    ProviderAspect.HONESTY, 20.0,
                    ProviderAspect.STABILITY, 10.0,
                    ProviderAspect.COMPETITIVENESS, 20.0)),
            new QualityWeights<>(Map.of(
                    OfferAspect.VALUE, 35.0,
                    OfferAspect.RATING, 25.0,
                    OfferAspect.STARS, 15.0,
                    OfferAspect.PROVIDER, 15.0,
                    OfferAspect.PRICE_RISK, 10.0)));

    /** The defaults, changed by {@code TRAVEL_PROVIDER_WEIGHTS} and {@code TRAVEL_OFFER_WEIGHTS}. */
    public static QualitySettings fromEnvironment(Map<String, String> environment) {
        return new QualitySettings(
                DEFAULT.providers.changedBy(environment.getOrDefault("TRAVEL_PROVIDER_WEIGHTS", "")),
                DEFAULT.offers.changedBy(environment.getOrDefault("TRAVEL_OFFER_WEIGHTS", "")));
    }
}
