package smarttravel.ingest.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that stand beside prices and must never be taken for them. */
class NotThePriceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 cuotas de $ 104.166 | no-amount",
                "12x de R$ 44,00 sem juros | no-amount",
                "Ahora 12: 12 cuotas de $ 104.166 | no-amount",
                "$ 104.166 por mes | no-amount",
                "Cuota: $ 50.000 | no-amount",
                "Precio final $ 1.250.000 en 6 cuotas sin interés de $ 208.333 | 1250000 ARS",
                "6 cuotas de $ 208.333. Total $ 1.250.000 | 1250000 ARS",
                "6 cuotas de $ 208.333 sin interés $ 1.250.000 | 1250000 ARS",
                "12x de R$ 44,00 sem juros R$ 528,00 | 528.00 ARS",
                "2 x $ 50.000 | ambiguous-amount"
            })
    void instalments(String text, String expected) {
        assertThat(Readings.of(text, Readings.ARGENTINE).replace("BRL", "ARS")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USD 1.299 + imp. USD 245 | 1299 USD taxes 245",
                "USD 1.299 + USD 245 de impuestos | 1299 USD taxes 245",
                "USD 1.299 + 245 imp. | 1299 USD taxes 245",
                "+ imp. USD 245 | no-amount",
                "Impuestos incluidos USD 1.299 | 1299 USD",
                "USD 1.544 (incluye USD 245 de impuestos) | 1544 USD",
                "Precio final USD 1.544 (USD 1.299 + imp. USD 245) | 1544 USD",
                "USD 1.000 Precio sin impuestos nacionales USD 826 | 1000 USD"
            })
    void taxes(String text, String expected) {
        assertThat(Readings.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "antes USD 1.499 ahora USD 1.299 | 1299 USD list 1499",
                "USD 1.299 (antes USD 1.499) | 1299 USD list 1499",
                "USD 1.499 antes, USD 1.299 ahora | 1299 USD list 1499",
                "De R$ 1.499 por R$ 1.299 | 1299 BRL list 1499",
                "PVP 1.499 € Oferta 1.299 € | 1299 EUR list 1499",
                "Antes USD 1.499 | no-amount",
                "PVP 1.499 € | 1499 EUR"
            })
    void pricesOfBefore(String text, String expected) {
        assertThat(Readings.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-20% $ 80.000 | 80000 ARS",
                "20% de descuento USD 999 | 999 USD",
                "Ahorrá USD 200 USD 999 | 999 USD",
                "USD 200 de descuento USD 999 | 999 USD",
                "$ 200 off $ 1.299 | 1299 ARS",
                "$ 200 less $ 1.299 | 1299 ARS",
                "$ 200 off | no-amount",
                "40% OFF | no-amount",
                "−100 USD | no-amount",
                "$ -100 | no-amount"
            })
    void percentagesAndSavings(String text, String expected) {
        assertThat(Readings.of(text, Readings.ARGENTINE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4,5/5",
                "8,9 de 10",
                "15/08/2026",
                "2026-08-15",
                "15 de agosto de 2026",
                "July, 2004",
                "21:30",
                "+54 11 4321-5678",
                "Tel. 4321-5678",
                "0810-222-1234",
                "7 noches",
                "2 adultos",
                "Vuelo 1303",
                "1e999999",
                "USD 1e999999",
                "Free shipping on orders $49+."
            })
    void ratingsDatesPhonesCountsAndCodes(String text) {
        assertThat(Readings.of(text)).isEqualTo("no-amount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15/08/2026 USD 999",
                "8,9/10 USD 999",
                "Tel: 4321-5678 USD 999",
                "7 noches USD 999 2 adultos",
                "999 USD 7 noches",
                "Vuelo AR1303 USD 999",
                "USD 999. 10 noches",
                "Habitación 2 USD 999"
            })
    void aPriceAmongThemIsFound(String text) {
        assertThat(Readings.of(text)).isEqualTo("999 USD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USD 999 / USD 1.299",
                "USD 999 o USD 1.299",
                "USD 999 ARS 1.250.000",
                "Single USD 1.450; doble USD 999; triple USD 899",
                "USD 1,5 millones",
                "USD 1.2.3"
            })
    void whatCannotBeToldIsRefused(String text) {
        assertThat(Readings.of(text)).isEqualTo("ambiguous-amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", " ", "1 ", "1.", "$1 ", "20% de ", "(", "1-", "x1", "1€", "12 x ", "١", "1e9"})
    void aMegabyteOfAnythingIsReadAtOnce(String unit) {
        String text = unit.repeat((1 << 20) / unit.length());
        String most = text.substring(0, PriceParser.LONGEST_TEXT);
        String more = text.substring(0, 16 * PriceParser.LONGEST_TEXT);

        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            assertThatCode(() -> PriceParser.read(text, PriceHint.NONE)).doesNotThrowAnyException();
            assertThatCode(() -> PriceTokens.of(PlainText.of(more))).doesNotThrowAnyException();
            assertThatCode(() -> PriceParser.read(most, PriceHint.NONE)).doesNotThrowAnyException();
        });
    }
}
