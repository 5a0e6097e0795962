package smarttravel.jobs.drops;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import smarttravel.jobs.money.ScaledAmount;

/** The rule with its bounded state says, price for price, what the plain one with the whole history says. */
class PriceDropRuleAgainstPlainRuleTest {
    private static final long HOUR = 3_600_000;
    private static final int SERIES = 4_000;

    /** Percentages that hit the rule's own and each other's exactly. */
    private static final int[] PERCENT = {30, 36, 38, 40, 45, 72, 81, 85, 90, 91, 95, 99, 100, 100, 100, 101, 105, 120};

    private final Map<String, Integer> verdicts = new HashMap<>();

    @Test
    void everyVerdictOfThousandsOfRandomSeriesIsTheSame() {
        for (int seed = 0; seed < SERIES; seed++) {
            compareSeries(seed);
        }

        assertThat(verdicts.get("Drop")).isGreaterThan(10_000);
        assertThat(verdicts.get("Suspect")).isGreaterThan(5_000);
        assertThat(verdicts.get("Ordinary")).isGreaterThan(50_000);
        assertThat(verdicts.get("Untracked")).isGreaterThan(10_000);
    }

    private void compareSeries(int seed) {
        Random random = new Random(seed);
        JudgedOffer offer = new JudgedOffer(PriceDropRule.DEFAULT);
        PlainDropRule plain = new PlainDropRule();
        long at = 1_700_000_000_000L;
        long pace = (1 + random.nextInt(40)) * HOUR;
        String currency = "USD";
        int prices = 5 + random.nextInt(70);
        for (int i = 0; i < prices; i++) {
            at += random.nextInt(10) == 0 ? HOUR * 24 * (1 + random.nextInt(20)) : pace * random.nextInt(1, 5) / 2;
            currency = random.nextInt(60) == 0 ? (currency.equals("USD") ? "EUR" : "USD") : currency;
            BigDecimal price = BigDecimal.valueOf(2L * PERCENT[random.nextInt(PERCENT.length)]);

            PriceVerdict verdict = offer.sees(at, ScaledAmount.of(price), currency);

            assertThat(verdict).as("price %d of series %d", i, seed).isEqualTo(plain.judge(at, price, currency));
            verdicts.merge(verdict.getClass().getSimpleName(), 1, Integer::sum);
        }
    }

    @Test
    void isExactForAnOfferThatChangesEvery51Minutes() {
        compareSteady(51 * 60_000L, 1_500, new PlainDropRule());
    }

    @Test
    void restsOnTheLast400StepsOfAnOfferThatChangesEveryMinute() {
        JudgedOffer offer = compareSteady(60_000L, 8_000, new PlainDropRule(OfferPriceState.MAX_STEPS));

        assertThat(offer.state().since()).hasSize(OfferPriceState.MAX_STEPS);
        assertThat(offer.state().price()).hasSize(OfferPriceState.MAX_STEPS);
        assertThat(offer.state().observations()).isGreaterThan(7_000);
    }

    /** Every price differs from the one before, so that every observation is a step. */
    private static JudgedOffer compareSteady(long pace, int prices, PlainDropRule plain) {
        Random random = new Random(51);
        JudgedOffer offer = new JudgedOffer(PriceDropRule.DEFAULT);
        for (int i = 0; i < prices; i++) {
            BigDecimal price = BigDecimal.valueOf(2L * (50 + random.nextInt(50)) + i % 2);
            assertThat(offer.sees(i * pace, ScaledAmount.of(price), "USD"))
                    .as("price %d", i)
                    .isEqualTo(plain.judge(i * pace, price, "USD"));
        }
        return offer;
    }
}
