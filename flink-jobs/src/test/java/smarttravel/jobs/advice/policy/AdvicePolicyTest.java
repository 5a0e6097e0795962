package smarttravel.jobs.advice.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import smarttravel.jobs.advice.features.AdviceFeatures;
import smarttravel.jobs.advice.features.Feature;

/** When a promise is worth waiting for. */
@SuppressWarnings("EnumOrdinal") // a row has its columns in the order of the features
class AdvicePolicyTest {
    private static final AdvicePolicy CAUTIOUS = AdvicePolicy.cautious(0.05, 0, Optional.empty());
    private static final AdvicePolicy SAVINGS = AdvicePolicy.savings(0, Optional.empty());

    @Test
    void aCautiousBuyerAsksForAsMuchAsTheRiskIsWorth() {
        assertThat(CAUTIOUS.waits(0.0101, 0.2, 1, features())).isTrue();
        assertThat(CAUTIOUS.waits(0.0099, 0.2, 1, features())).isFalse();
        assertThat(CAUTIOUS.waits(0.0101, 0.3, 1, features())).isFalse();
    }

    @Test
    void whoOnlyWantsToSaveLooksAtNoRisk() {
        assertThat(SAVINGS.waits(0.0001, 1, 1, features())).isTrue();
        assertThat(SAVINGS.waits(0, 0, 1, features())).isFalse();
        assertThat(SAVINGS.waits(Double.NaN, 0, 1, features())).isFalse();
    }

    @Test
    void onceThePriceHasRisenOnlyWhatWaitingBringsCounts() {
        assertThat(CAUTIOUS.waits(0.001, 1, 1.02, features())).isTrue();
        assertThat(CAUTIOUS.waits(-0.001, 0, 1.02, features())).isFalse();
    }

    @Test
    void aPriceFarBelowItsOwnMedianIsBought() {
        float[] features = features();
        features[column(Feature.OWN_MEDIAN)] = (float) -Math.log(0.94);

        assertThat(AdvicePolicy.savings(0.95, Optional.empty()).waits(0.1, 0, 1, features))
                .isFalse();
        assertThat(AdvicePolicy.savings(0.9, Optional.empty()).waits(0.1, 0, 1, features))
                .isTrue();
    }

    @Test
    void withoutACalibrationEveryWaitIsAsRiskyAsCanBe() {
        AdvicePolicy cautious = AdvicePolicy.cautious(AdvicePolicy.UNCALIBRATED_MARGIN, 0, Optional.empty());

        assertThat(cautious.advise(known(), Outlook.uncalibrated(0.019), 9).word())
                .isEqualTo(Advice.Word.BUY);
        Advice advice = cautious.advise(known(), Outlook.uncalibrated(0.021), 9);
        assertThat(advice.word()).isEqualTo(Advice.Word.WAIT);
        assertThat(advice.expectedSaving()).isEqualTo(0.0105);
        assertThat(advice.probability()).isEmpty();
    }

    @Test
    void tooLittleIsInsufficient() {
        float[] lonely = known();
        lonely[column(Feature.NEAR_MEDIAN)] = Float.NaN;

        assertThat(CAUTIOUS.advise(known(), Outlook.uncalibrated(0.5), 4).word())
                .isEqualTo(Advice.Word.INSUFFICIENT);
        assertThat(CAUTIOUS.advise(lonely, Outlook.uncalibrated(0.5), 9).word()).isEqualTo(Advice.Word.INSUFFICIENT);
        assertThat(SAVINGS.advise(lonely, Outlook.uncalibrated(0.5), 9).word()).isEqualTo(Advice.Word.WAIT);
        lonely[column(Feature.EARLIER_PRICES)] = 4;
        assertThat(SAVINGS.advise(lonely, Outlook.uncalibrated(0.5), 9).word()).isEqualTo(Advice.Word.INSUFFICIENT);
    }

    private static float[] features() {
        float[] features = new float[Feature.COUNT];
        Arrays.fill(features, Float.NaN);
        return features;
    }

    private static float[] known() {
        float[] features = features();
        features[column(Feature.EARLIER_PRICES)] = 5;
        features[column(Feature.NEAR_MEDIAN)] = 0;
        return features;
    }

    private static int column(Feature feature) {
        return AdviceFeatures.names().indexOf(feature.name());
    }
}
