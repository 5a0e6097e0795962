package smarttravel.jobs.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import smarttravel.events.ObservationField;
import smarttravel.jobs.testing.Sightings;

class MoneyTest {
    @Test
    void anAmountIsScaledExactlyOrNotAtAll() {
        assertThat(ScaledAmount.of(new BigDecimal("1299.0001"))).isEqualTo(12_990_001);
        assertThat(ScaledAmount.of(new BigDecimal("1E+5"))).isEqualTo(1_000_000_000);
        assertThatThrownBy(() -> ScaledAmount.of(new BigDecimal("0.00001"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aScaledAmountShowsTwoDecimalsAndMoreWhereItHasThem() {
        assertThat(ScaledAmount.toDecimal(12_990_000)).hasToString("1299.00");
        assertThat(ScaledAmount.toDecimal(12_990_010)).hasToString("1299.001");
        assertThat(ScaledAmount.toDecimal(1_000_000_0000L)).hasToString("1000000.00");
    }

    @Test
    void aUnitPriceIsForOnePersonAndInHotelsForOneNight() {
        assertThat(UnitPrice.of(Sightings.complete())).isEqualTo(100.0 / 2 / 7);
        assertThat(UnitPrice.of(Sightings.priced(Duration.ZERO, "100"))).isEqualTo(100);
    }

    @Test
    void aPriceInEurosHasItsUnitInEurosAndNoPriceHasNone() {
        assertThat(UnitPrice.of(Sightings.soldOut(Duration.ZERO))).isNaN();
        assertThat(UnitPrice.of(Sightings.build(Sightings.draft(Duration.ZERO).put(ObservationField.CURRENCY, "EUR"))))
                .isEqualTo(100);
    }

    @Test
    void quantilesInterpolateBetweenClosestRanks() {
        double[] sorted = {10, 20, 30, 40};

        assertThat(Medians.ofSorted(sorted)).isEqualTo(25);
        assertThat(Medians.ofSorted(new double[] {10, 20, 30})).isEqualTo(20);
        assertThat(Medians.quantileOfSorted(sorted, 0.25)).isEqualTo(17.5);
        assertThat(Medians.quantileOfSorted(sorted, 1)).isEqualTo(40);
        assertThat(Medians.quantileOfSorted(new double[] {10}, 0.25)).isEqualTo(10);
    }
}
