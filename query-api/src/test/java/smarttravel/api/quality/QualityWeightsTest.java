package smarttravel.api.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QualityWeightsTest {
    private static final QualityWeights<ProviderAspect> WEIGHTS = QualitySettings.DEFAULT.providers();

    @Test
    void theDefaultsAddUpToAHundred() {
        assertThat(WEIGHTS.byAspect().values().stream()
                        .mapToDouble(weight -> weight)
                        .sum())
                .isEqualTo(100);
        assertThat(QualitySettings.DEFAULT.offers().byAspect().values().stream()
                        .mapToDouble(weight -> weight)
                        .sum())
                .isEqualTo(100);
    }

    @Test
    void weightsCanBeToldByEnvironment() {
        QualitySettings told = QualitySettings.fromEnvironment(
                Map.of("TRAVEL_PROVIDER_WEIGHTS", "honesty=40, stability=0", "TRAVEL_OFFER_WEIGHTS", "price-risk=1"));

        assertThat(told.providers().byAspect())
                .containsEntry(ProviderAspect.HONESTY, 40.0)
                .containsEntry(ProviderAspect.STABILITY, 0.0)
                .containsEntry(ProviderAspect.VALIDITY, 20.0);
        assertThat(told.offers().byAspect()).containsEntry(OfferAspect.PRICE_RISK, 1.0);
        assertThat(QualitySettings.fromEnvironment(Map.of())).isEqualTo(QualitySettings.DEFAULT);
    }

    @Test
    void whatIsNoWeightIsRefused() {
        for (String wrong : new String[] {"honest=1", "honesty", "honesty=much", "honesty=-1", "honesty=NaN"}) {
            assertThatThrownBy(() -> WEIGHTS.changedBy(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new QualityWeights<>(Map.of(ProviderAspect.HONESTY, 0.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
