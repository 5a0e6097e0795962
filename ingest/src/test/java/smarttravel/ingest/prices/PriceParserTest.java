package smarttravel.ingest.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts and currencies: how numbers and money are written. What is never the price stands in {@link NotThePriceTest}. */
class PriceParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "USD 1.299 | 1299 USD",
                "U$S 1.299,50 | 1299.50 USD",
                "u$s 1299 | 1299 USD",
                "US$ 1,299.00 | 1299.00 USD",
                "ARS 980.000,00 | 980000.00 ARS",
                "AR$ 1.250.000.- | 1250000 ARS",
                "CLP 1.299.000 | 1299000 CLP",
                "R$ 1.299,90 | 1299.90 BRL",
                "S/ 1,299 | 1299 PEN",
                "1 299,00 € | 1299.00 EUR",
                "€1.299,- | 1299 EUR",
                "¥12,800 | 12800 JPY",
                "1,299.00 | 1299.00",
                "desde USD 999 por persona en base doble | 999 USD"
            })
    void pricesOfTravelPagesAreRead(String text, String expected) {
        assertThat(Readings.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1.299 | 1299",
                "1,299 | 1299",
                "1.299,5 | 1299.5",
                "1,299.5 | 1299.5",
                "12,99 | 12.99",
                "0.750 | 0.750",
                "1299.000 | 1299.000",
                "12.3456 | 12.3456",
                "1.234.567 | 1234567",
                "1.234.567,89 | 1234567.89",
                "12,34,567.50 | 1234567.50",
                "1'299.50 | 1299.50",
                "12'50 € | 12.50 EUR",
                "1 234 567,89 | 1234567.89",
                ".75 | 0.75",
                "610, | 610",
                "105. – | 105",
                "1 250:- | 1250",
                "119. 95 | 119.95",
                "12 .99 | 12.99",
                "35€ 99 | 35.99 EUR",
                "12€99 | 12.99 EUR",
                "Rs.1,299 | 1299 INR"
            })
    void separatorsAreToldByWhatStandsAroundThem(String text, String expected) {
        assertThat(Readings.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KD 423.923 | 423.923 KWD",
                "BHD 45.500 | 45.500 BHD",
                "OMR 1,250 | 1250 OMR",
                "KWD 1,250.500 | 1250.500 KWD"
            })
    void threeDigitsAreDecimalsWhereTheCurrencyHasThree(String text, String expected) {
        assertThat(Readings.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USD 1\u00A0299,50",
                "USD 1\u202F299,50",
                "USD 1\u2009299,50",
                "USD\u200B 1\u2019299.50",
                "USD \u0661\u066C\u0662\u0669\u0669\u066B\u0665\u0660",
                "\uFF35\uFF33\uFF24 \uFF11\uFF0C\uFF12\uFF19\uFF19\uFF0E\uFF15\uFF10",
                "USD 1 299,50\u00A0*"
            })
    void digitsAndSpacesOfEveryScriptAreRead(String text) {
        assertThat(Readings.of(text)).isEqualTo("1299.50 USD");
    }

    @Test
    void aSignThatSeveralCountriesUseIsSettledByTheHintAndElseLeftOpen() {
        assertThat(Readings.of("$ 1.250.000")).isEqualTo("1250000");
        assertThat(Readings.of("$ 1.250.000", Readings.ARGENTINE)).isEqualTo("1250000 ARS");
        assertThat(Readings.of("$ 1.250.000", hint("CLP"))).isEqualTo("1250000 CLP");
        assertThat(Readings.of("$ 1.250", hint("EUR"))).isEqualTo("1250");
        assertThat(Readings.of("7 990 kr", new PriceHint(Optional.empty(), Optional.of(new Locale("sv", "SE")))))
                .isEqualTo("7990 SEK");
    }

    @Test
    void theTextsOwnCurrencyIsStrongerThanTheHint() {
        assertThat(Readings.of("USD 1.299", Readings.ARGENTINE)).isEqualTo("1299 USD");
        assertThat(Readings.of("$ 1,190.00 AUD", Readings.ARGENTINE)).isEqualTo("1190.00 AUD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"MSRP: £ 588.00 | 5 GBP", "руб. | 5 RUB", "Kč | 5 CZK", "usd | 5 USD", "RENAULT | 5", "ALL | 5"})
    void theHintMayBeTheTextBesideThePrice(String hint, String expected) {
        assertThat(Readings.of("5", hint(hint))).isEqualTo(expected);
    }

    @Test
    void separatorsThatAreKnownSettleThreeDigits() {
        PriceHint point = new PriceHint(Optional.empty(), Optional.empty(), Optional.of('.'), Optional.empty());

        assertThat(Readings.of("1.299", point)).isEqualTo("1.299");
        assertThat(Readings.of("1.299.000", point)).isEqualTo("1299000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gratis", "Free!", "Price: FREE", "Бесплатно"})
    void nothingButFreeIsZero(String text) {
        assertThat(Readings.of(text)).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Consultar precio", "A consultar", "Price on request", "Цена: уточняйте (мин. заказ: 1)"})
    void aSellerWhoWantsToBeAskedSaysNoPrice(String text) {
        assertThat(Readings.of(text)).isEqualTo("price-on-request");
    }

    private static PriceHint hint(String currency) {
        return new PriceHint(Optional.of(currency), Optional.empty());
    }
}
