package smarttravel.jobs.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import smarttravel.jobs.quality.ProviderQuality.Aspect;

class QualityWeightsTest {
    private static final QualityWeights<Aspect> WEIGHTS = ProviderQuality.DEFAULT_WEIGHTS;

    @Test
    void theDefaultsAddUpToAHundred() {
        assertThat(WEIGHTS.byAspect().values().stream()
                        .mapToDouble(weight -> weight)
                        .sum())
                .isEqualTo(100);
        assertThat(OfferQuality.DEFAULT_WEIGHTS.byAspect().values().stream()
                        .mapToDouble(weight -> weight)
                        .sum())
                .isEqualTo(100);
    }

    @Test
    void aProviderWithoutListPricesHasNoHonestyInsteadOfPerfectOne() {
        QualityComponent honesty = QualityComponent.share(0, 0);

        assertThat(honesty.isKnown()).isFalse();
        assertThat(WEIGHTS.score(Map.of(
                        Aspect.VALIDITY, QualityComponent.share(50, 100),
                        Aspect.FRESHNESS, QualityComponent.share(50, 100),
                        Aspect.COMPETITIVENESS, QualityComponent.share(50, 100),
                        Aspect.HONESTY, honesty)))
                .as("neither helped nor harmed")
                .isEqualTo(50);
    }

    @Test
    void theMeanIsByWeight() {
        assertThat(WEIGHTS.score(Map.of(
                        Aspect.VALIDITY, QualityComponent.share(100, 100),
                        Aspect.FRESHNESS, QualityComponent.share(100, 100),
                        Aspect.STABILITY, QualityComponent.share(0, 9))))
                .isEqualTo(80);
    }

    @Test
    void lessThanHalfOfTheWeightIsNoScore() {
        assertThat(WEIGHTS.score(Map.of(
                        Aspect.VALIDITY, QualityComponent.share(1, 1), Aspect.FRESHNESS, QualityComponent.share(1, 1))))
                .isNaN();
    }

    @Test
    void weightsCanBeToldByEnvironment() {
        QualityWeights<Aspect> told =
                ProviderQuality.weights(Map.of("TRAVEL_PROVIDER_WEIGHTS", "honesty=40, stability=0"));

        assertThat(told.byAspect()).containsEntry(Aspect.HONESTY, 40.0).containsEntry(Aspect.STABILITY, 0.0);
        assertThat(ProviderQuality.weights(Map.of())).isEqualTo(WEIGHTS);
        assertThat(OfferQuality.weights(Map.of("TRAVEL_OFFER_WEIGHTS", "price-risk=1"))
                        .byAspect())
                .containsEntry(OfferQuality.Aspect.PRICE_RISK, 1.0);
    }

    @Test
    void whatIsNoWeightIsRefused() {
        for (String wrong : new String[] {"honest=1", "honesty", "honesty=much", "honesty=-1", "honesty=NaN"}) {
            assertThatThrownBy(() -> WEIGHTS.changedBy(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new QualityWeights<>(Map.of(Aspect.HONESTY, 0.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
