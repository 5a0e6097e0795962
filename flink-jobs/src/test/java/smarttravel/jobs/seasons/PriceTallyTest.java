package smarttravel.jobs.seasons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriceTallyTest {
    @Test
    void isExactWhileThereAreFewPrices() {
        PriceTally tally =
                PriceTally.EMPTY.with(1, 300).with(1, 100).with(2, 200).with(1, 300);

        assertThat(tally.observations()).isEqualTo(4);
        assertThat(tally.median(1)).isEqualTo(300);
        assertThat(tally.median(2)).isEqualTo(200);
        assertThat(tally.median())
                .as("of an even number, the middle of the two")
                .isEqualTo(250);
        assertThat(tally.median(3)).isNaN();
        assertThat(tally.grid()).isZero();
    }

    @Test
    void doesNotChangeWhatItWasMadeFrom() {
        PriceTally before = PriceTally.EMPTY.with(1, 100);

        PriceTally twice = before.with(1, 100);
        PriceTally other = before.with(1, 50);

        assertThat(before.observations()).isEqualTo(1);
        assertThat(before.median()).isEqualTo(100);
        assertThat(twice.price()).hasSize(1);
        assertThat(other.price()).containsExactly(50, 100);
    }

    @Test
    void pricesAfterDepartureCountOnlyForAllPrices() {
        PriceTally tally = PriceTally.EMPTY.with(LeadBucket.DEPARTED, 100).with(0, 300);

        assertThat(tally.median()).isEqualTo(200);
        assertThat(tally.median(0)).isEqualTo(300);
    }

    @Test
    void aRealisticPriceIsAtMostHalfAPercentOff() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Exact exact = new Exact();
            double price = 1_000_0000;
            for (int hour = 0; hour < 2_000; hour++) {
                price *= 1 + 0.004 * random.nextGaussian() + 0.01 * Math.log(1_000_0000 / price);
                exact.see(LeadBucket.of((2_000 - hour) / 24), Math.round(price / 100) * 100);
            }
            exact.compare(0.005);
        }
    }

    @Test
    void aPriceThatIsNewEveryDayOfAYearIsAtMostHalfAPercentOff() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Exact exact = new Exact();
            for (int leadDays = 360; leadDays > 0; leadDays--) {
                exact.see(LeadBucket.of(leadDays), 70_0000 + random.nextInt(60_0000));
            }
            exact.compare(0.005);
        }
    }

    @Test
    void aWildPriceIsAtMostHalfAGridStepOffAndNeverGrowsTheState() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Exact exact = new Exact();
            for (int i = 0; i < 2_000; i++) {
                exact.see(random.nextInt(-1, LeadBucket.COUNT), 100_0000 + random.nextInt(900_0000));
            }
            assertThat(exact.tally.grid()).as("the prices spread over a decade").isGreaterThan(0.01);
            exact.compare(Math.expm1(exact.tally.grid() / 2));
        }
    }

    /** A tally beside all the prices themselves. */
    private static final class Exact {
        private final List<List<Long>> byBucket = new ArrayList<>();
        private final List<Long> all = new ArrayList<>();
        private PriceTally tally = PriceTally.EMPTY;

        Exact() {
            for (int bucket = 0; bucket < LeadBucket.COUNT; bucket++) {
                byBucket.add(new ArrayList<>());
            }
        }

        void see(int bucket, long price) {
            tally = tally.with(bucket, price);
            all.add(price);
            if (bucket >= 0) {
                byBucket.get(bucket).add(price);
            }
            assertThat(tally.price().length).isLessThanOrEqualTo(PriceTally.MAX_ENTRIES);
        }

        void compare(double relativeError) {
            assertThat(tally.observations()).isEqualTo(all.size());
            assertThat(tally.median()).isCloseTo(median(all), within(median(all) * (relativeError + 1e-6)));
            for (int bucket = 0; bucket < LeadBucket.COUNT; bucket++) {
                if (!byBucket.get(bucket).isEmpty()) {
                    double median = median(byBucket.get(bucket));
                    assertThat(tally.median(bucket)).isCloseTo(median, within(median * (relativeError + 1e-6)));
                }
            }
        }

        private static double median(List<Long> prices) {
            List<Long> sorted = prices.stream().sorted().toList();
            int middle = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
        }
    }
}
