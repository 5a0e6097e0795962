package smarttravel.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.events.FxSplit.Mover;

class FxSplitTest {
    @Test
    void pesosThatRiseLessThanTheDollarAreNoOperatorsRise() {
        FxSplit split = FxSplit.of(100, 104, 1.0 / 1_000, 1.0 / 1_050);

        assertThat(split.operatorPercent()).isCloseTo(4, within(1e-9));
        assertThat(split.currencyPercent()).isCloseTo(-4.7619, within(1e-4));
        assertThat(split.usdPercent()).isCloseTo(-0.9524, within(1e-4));
        assertThat(split.movedBy()).isEqualTo(Mover.CURRENCY);
    }

    @ParameterizedTest(name = "operator {0} %, currency {1} %: {4}")
    @CsvSource({
        // own currency, rate, operator's share, currency's share, who moved it
        "   4,   5,  44.5635,  55.4365, BOTH",
        "  -4,  -5,  44.3162,  55.6838, BOTH",
        "  10,  -5, 216.5309, -116.5309, OPERATOR",
        " -10,   5, 186.2469,  -86.2469, OPERATOR",
        "   4, -10, -59.2997, 159.2997, CURRENCY",
        "  -4,  10, -74.9190, 174.9190, CURRENCY",
        " -10,   0,      100,        0, OPERATOR",
        "   0,  -5,        0,      100, CURRENCY"
    })
    void theFourSignsAreToldApart(
            double operator, double currency, double operatorShare, double currencyShare, Mover movedBy) {
        FxSplit split = FxSplit.of(200, 200 * (1 + operator / 100), 0.5, 0.5 * (1 + currency / 100));

        assertThat(split.operatorShare()).isCloseTo(operatorShare, within(1e-3));
        assertThat(split.currencyShare()).isCloseTo(currencyShare, within(1e-3));
        assertThat(split.movedBy()).isEqualTo(movedBy);
    }

    @Test
    void whatCancelsHasNoShares() {
        FxSplit split = FxSplit.of(100, 125, 1, 0.8);

        assertThat(split.operatorPercent()).isCloseTo(25, within(1e-9));
        assertThat(split.operatorShare()).isNull();
        assertThat(split.currencyShare()).isNull();
        assertThat(split.movedBy()).isEqualTo(Mover.NOBODY);
    }

    @Test
    void nothingIsLeftOver() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            double before = 1 + 1_000 * random.nextDouble();
            double after = 1 + 1_000 * random.nextDouble();
            double rateBefore = 0.001 + random.nextDouble();
            double rateAfter = 0.001 + random.nextDouble();

            FxSplit split = FxSplit.of(before, after, rateBefore, rateAfter);

            assertThat((1 + split.operatorPercent() / 100) * (1 + split.currencyPercent() / 100))
                    .isCloseTo(after * rateAfter / (before * rateBefore), within(1e-6));
            if (split.movedBy() != Mover.NOBODY) {
                assertThat(Objects.requireNonNull(split.operatorShare())
                                + Objects.requireNonNull(split.currencyShare()))
                        .isCloseTo(100, within(1e-9));
            }
        }
    }

    @Test
    void partsInPercentAreSplitTheSame() {
        FxSplit prices = FxSplit.of(100, 104, 1.0 / 1_000, 1.0 / 1_050);

        FxSplit percents = FxSplit.ofPercents(prices.operatorPercent(), prices.currencyPercent());

        assertThat(percents.operatorShare()).isCloseTo(Objects.requireNonNull(prices.operatorShare()), within(1e-9));
        assertThat(percents.usdPercent()).isCloseTo(prices.usdPercent(), within(1e-9));
    }
}
