package smarttravel.jobs.drops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BaselineHeldTest {
    private static final OfferPriceState PRICES = new OfferPriceState(
            "ARS", new long[] {10, 20, 30, 40}, new long[] {100, 110, 100, 90}, 9, 5, 90, true, 0, false);

    @Test
    void aBaselineHoldsSinceItsLatestStep() {
        assertThat(Baseline.heldSince(PRICES, 15, 100)).isEqualTo(30);
        assertThat(Baseline.heldSince(PRICES, 15, 110)).isEqualTo(20);
    }

    @Test
    void noLongerThanTheWindow() {
        assertThat(Baseline.heldSince(PRICES, 33, 100)).isEqualTo(33);
    }
}
