package smarttravel.api.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "1299.0000, USD, 1299.00",
        "1299.5, USD, 1299.50",
        "0.1234, USD, 0.1234",
        "150000.0000, CLP, 150000",
        "100000000000, ARS, 100000000000.00",
        "1.5, KWD, 1.500"
    })
    void anAmountHasItsCurrencysDecimalsOrAllItNeeds(BigDecimal amount, String currency, String shown) {
        assertThat(Money.of(amount, currency)).isEqualTo(new Money(shown, currency));
    }
}
