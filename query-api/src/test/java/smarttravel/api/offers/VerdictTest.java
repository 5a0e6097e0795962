package smarttravel.api.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    @ParameterizedTest
    @CsvSource({
        "510, 520, 530, 510, LOW",
        "510, 520, 530, 509.99, LOW",
        "510, 520, 530, 510.01, TYPICAL",
        "510, 520, 530, 520, TYPICAL",
        "510, 520, 530, 529.99, TYPICAL",
        "510, 520, 530, 530, HIGH",
        "510, 520, 530, 999, HIGH",
        "520, 520, 520, 520, TYPICAL",
        "520, 520, 530, 520, TYPICAL",
        "510, 520, 520, 520.00, TYPICAL"
    })
    void aPriceIsJudgedByTheQuartilesOfItsOffersOwnHistory(
            BigDecimal lower, BigDecimal median, BigDecimal upper, BigDecimal price, Verdict.Status expected) {
        assertThat(Verdict.on(price, history(5, lower, median, upper)).status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"4, INSUFFICIENT", "5, LOW"})
    void fivePricesAreNeededForAVerdict(long prices, Verdict.Status expected) {
        PriceSummary history = history(prices, new BigDecimal("510"), new BigDecimal("520"), new BigDecimal("530"));

        Verdict verdict = Verdict.on(new BigDecimal("1"), history);

        assertThat(verdict.status()).isEqualTo(expected);
        assertThat(verdict.n()).isEqualTo(prices);
    }

    private static PriceSummary history(long prices, BigDecimal lower, BigDecimal median, BigDecimal upper) {
        return new PriceSummary(
                new OfferKey("ola", "A"),
                "USD",
                prices,
                Instant.EPOCH,
                Instant.EPOCH,
                BigDecimal.ONE,
                lower,
                median,
                upper,
                new BigDecimal("1000"),
                0,
                0);
    }
}
