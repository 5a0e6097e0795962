package smarttravel.jobs.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PriceRiskTest {
    @Test
    void itIsTheSpreadOfTheOffersOwnPrices() {
        assertThat(PriceRisk.of(new long[] {100, 100, 100, 100, 100}).score()).isEqualTo(100);
        assertThat(PriceRisk.of(new long[] {80, 90, 100, 115, 130}).score()).isCloseTo(50, within(1e-9));
        assertThat(PriceRisk.of(new long[] {10, 50, 100, 150, 200}).score()).isZero();
    }

    @Test
    void fourPricesSayNothingWhichIsNotZero() {
        PriceRisk risk = PriceRisk.of(new long[] {100, 100, 100, 100});

        assertThat(risk.score()).isNaN();
        assertThat(risk.prices()).isEqualTo(4);
    }
}
