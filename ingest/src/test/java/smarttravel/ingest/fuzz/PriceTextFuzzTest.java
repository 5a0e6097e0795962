package smarttravel.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.prices.PriceParser;
import smarttravel.ingest.prices.PriceReading;

/** Whatever a page says of a price, a reading comes out, and a price in it is one. */
class PriceTextFuzzTest {
    private static final PriceHint ARGENTINE = PriceHint.of("ARS", Locale.forLanguageTag("es-AR"));
    private static final BigDecimal BEYOND = BigDecimal.TEN.pow(16);
    private static final int MOST_DECIMALS = 6;

    @FuzzTest(maxDuration = "10m")
    void aReadingIsAlwaysWellFormed(FuzzedDataProvider input) {
        boolean known = input.consumeBoolean();
        String text = input.consumeRemainingAsString();
        PriceHint hint = known ? ARGENTINE : new PriceHint(Optional.of(text), Optional.empty());

        PriceReading reading = PriceParser.read(text, hint);

        if (reading instanceof PriceReading.Price price) {
            checkAmount(price.amount());
            price.listAmount().ifPresent(PriceTextFuzzTest::checkAmount);
            price.taxes().ifPresent(PriceTextFuzzTest::checkAmount);
            price.currency()
                    .ifPresent(code -> assertThat(Currency.getInstance(code).getCurrencyCode())
                            .isEqualTo(code));
        }
    }

    private static void checkAmount(BigDecimal amount) {
        assertThat(amount).isGreaterThanOrEqualTo(BigDecimal.ZERO).isLessThan(BEYOND);
        assertThat(amount.scale()).isBetween(0, MOST_DECIMALS);
    }
}
