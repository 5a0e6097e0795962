package smarttravel.jobs.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OfferQualityTest {
    private static final OfferQuality RULE = OfferQuality.DEFAULT;

    @Test
    void valueIsThePercentileAmongComparablesWithTiesCountedHalf() {
        assertThat(RULE.value(100, new double[] {90, 100, 110, 120})).isEqualTo(new QualityComponent(62.5, 4));
        assertThat(RULE.value(80, new double[] {90, 100, 110}).score()).isEqualTo(100);
        assertThat(RULE.value(130, new double[] {90, 100, 110}).score()).isZero();
        assertThat(RULE.value(100, new double[] {100, 100, 100}).score()).isEqualTo(50);
    }

    @Test
    void underThreeComparablesThereIsNoValue() {
        QualityComponent value = RULE.value(100, new double[] {90, 110});

        assertThat(value.isKnown()).isFalse();
        assertThat(value.n()).isEqualTo(2);
    }

    @Test
    void allRanksOfAGroupAverageToFifty() {
        Random random = new Random(1);
        for (int size = 4; size < 30; size++) {
            double[] prices =
                    random.doubles(size).map(price -> Math.floor(10 * price)).toArray();
            double sum = 0;
            for (int i = 0; i < size; i++) {
                int own = i;
                double[] others = Arrays.stream(prices).toArray();
                others[own] = others[size - 1];
                sum += RULE.value(prices[i], Arrays.copyOf(others, size - 1)).score();
            }
            assertThat(sum / size).isCloseTo(50, within(1e-9));
        }
    }

    @Test
    void anUnratedOfferTakesTheMeanAndSaysSo() {
        OfferQuality.Rated rated = RULE.rating(null, null, 8);

        assertThat(rated.assumed()).isTrue();
        assertThat(rated.component()).isEqualTo(new QualityComponent(80, 0));
    }

    @Test
    void fewReviewsShrinkToTheMeanAndManyHardly() {
        assertThat(RULE.rating(10.0, 1, 8).component().score()).isCloseTo(80.39, within(0.01));
        assertThat(RULE.rating(10.0, 50, 8).component().score()).isEqualTo(90);
        assertThat(RULE.rating(10.0, 5_000, 8).component().score()).isCloseTo(99.8, within(0.01));
        assertThat(RULE.rating(10.0, null, 8).component().score())
                .as("as many as one")
                .isCloseTo(80.39, within(0.01));
    }

    @Test
    void whereNobodyIsRatedThereIsNoRating() {
        double mean = OfferQuality.marketMean(new double[0], new int[0]);

        assertThat(mean).isNaN();
        assertThat(RULE.rating(null, null, mean).component().isKnown()).isFalse();
    }

    @Test
    void theMarketsMeanCountsReviewsNotOffers() {
        assertThat(OfferQuality.marketMean(new double[] {9, 6}, new int[] {100, 50}))
                .isEqualTo(8);
    }

    @Test
    void priceRiskIsTheSpreadOfTheOffersOwnPrices() {
        assertThat(RULE.priceRisk(100, 100, 100, 9).score()).isEqualTo(100);
        assertThat(RULE.priceRisk(90, 100, 115, 9).score()).isCloseTo(50, within(1e-9));
        assertThat(RULE.priceRisk(50, 100, 150, 9).score()).isZero();
        assertThat(RULE.priceRisk(90, 100, 115, 4).isKnown()).isFalse();
    }

    @Test
    void starsAreOutOfFiveAndMayBeAbsent() {
        assertThat(OfferQuality.stars(4.0).score()).isEqualTo(80);
        assertThat(OfferQuality.stars(7.0).score()).isEqualTo(100);
        assertThat(OfferQuality.stars(null).isKnown()).isFalse();
    }
}
