package smarttravel.jobs.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PastPricesTest {
    @Test
    void whatIsKeptOfThemIsAllOfThem() {
        PastPrices prices = new PastPrices(
                "ARS",
                new long[] {12_500_000, 12_500_000, 9_900_000, 13_000_001},
                20_640,
                new long[] {20_611, 20_640},
                new long[] {99_000_000, 13_000_001},
                new long[] {1_783_296_000_000L, 1_783_382_400_123L},
                new long[] {12_500_000, 9_900_000});

        assertThat(PastPrices.read(prices.write())).usingRecursiveComparison().isEqualTo(prices);
    }

    @Test
    void theFirstPriceIsKeptToo() {
        PastPrices prices = PastPrices.none("USD");

        assertThat(PastPrices.read(prices.write())).usingRecursiveComparison().isEqualTo(prices);
    }
}
