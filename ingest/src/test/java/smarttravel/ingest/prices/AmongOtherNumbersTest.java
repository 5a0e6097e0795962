package smarttravel.ingest.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which number a currency belongs to, and which digits make one number, where only spaces part them. */
class AmongOtherNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.299 € 15/03/2027",
                "1.299 € 15.03.2027",
                "1.299 € 15/03",
                "€ 1.299 15/03/2027",
                "€ 15/03/2027 1.299 €",
                "1.299 € 15 marzo",
                "1.299 € 15 de marzo",
                "1.299 € 7 Übernachtungen",
                "1.299 € 2 adulti",
                "1.299 € 2 adultes",
                "1.299 € 2 pers.",
                "1.299 € 4 étoiles",
                "1.299 € 4★",
                "1.299 € 20%",
                "1.299 € 8,9",
                "1.299 € 9",
                "enero de 2027 € 1.299",
                "Habitación 204 € 1.299",
                "8,9 € 1.299"
            })
    void aCurrencyBetweenTwoNumbersGoesToTheOneThatIsMoney(String text) {
        assertThat(Readings.of(text)).isEqualTo("1299 EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vuelo 1303 € 99", "enero de 2027 € 99", "8,9 € 99", "8,9/10 € 99", "99 € 15 marzo"})
    void aSmallAmountIsMoneyWhereTheOtherNumberIsNamed(String text) {
        assertThat(Readings.of(text)).isEqualTo("99 EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 € 50", "7 € 2", "4 USD 25", "4,95 USD 99", "2027 € 15", "12 € 8,9"})
    void twoNumbersThatMayEachBeTheAmountAreRefused(String text) {
        assertThat(Readings.of(text)).isEqualTo("ambiguous-amount");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "$ 899 USD 7 noches | ARS | es-AR | 899 USD",
                "$ 899 USD 15 marzo | ARS | es-AR | 899 USD",
                "$ 899 USD 15/03/2027 | ARS | es-AR | 899 USD",
                "$ 899 USD 7 | ARS | es-AR | 899 USD",
                "$1,299 USD 2 adults | USD | en-US | 1299 USD",
                "$ 18.500 MXN 3 noches | MXN | es-MX | 18500 MXN",
                "$ 1.560.000 USD 1.299 | ARS | es-AR | 1560000 ARS",
                "$ 120.000 USD 99 | ARS | es-AR | 120000 ARS"
            })
    void aCodeAfterASignedAmountSettlesItUnlessItHasAnAmountOfItsOwn(
            String text, String currency, String locale, String expected) {
        PriceHint hint = PriceHint.of(currency, Locale.forLanguageTag(locale));

        assertThat(Readings.of(text, hint)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1.299 90 € | 1299.90 EUR",
                "1 299 90 € | 1299.90 EUR",
                "12 99 € | 12.99 EUR",
                "R$ 12 99 | 12.99 BRL",
                "desde 12 99 € | ambiguous-amount",
                "€ 12 99 por persona | ambiguous-amount",
                "Vuelo 1303 99 € | 99 EUR",
                "USD 999 10 noches | 999 USD",
                "USD 999 15 de marzo | 999 USD",
                "USD 999 10/12 | 999 USD",
                "USD 999 20% | 999 USD"
            })
    void centsThatOnlyASpacePartsAreNoAmountOfTheirOwn(String text, String expected) {
        assertThat(Readings.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USD 599 120 opiniones | 599 USD",
                "€299 199 reviews | 299 EUR",
                "USD 1 299 120 opiniones | 1299 USD",
                "USD 1 299 000 | 1299000 USD",
                "1 299 opiniones USD 599 | 599 USD"
            })
    void whatIsCountedAfterAnAmountIsNoGroupOfIt(String text, String expected) {
        assertThat(Readings.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99¢", "99 ¢", "99p", "99 ct", "99 cts", "99 cents", "99 centavos"})
    void centsAreNoWholeUnits(String text) {
        assertThat(Readings.of(text, euros())).isEqualTo("ambiguous-amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99 pp", "99pp", "99 p"})
    void aPersonIsNoPenny(String text) {
        assertThat(Readings.of(text, euros())).isEqualTo("99 EUR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USD .75 | 0.75 USD",
                "US$.75 | 0.75 USD",
                "US$.75,333 | 75333 USD",
                "US$.750.30 | 750.30 USD",
                "US$.1299 | ambiguous-amount",
                "US$ .129 | ambiguous-amount",
                "KWD .500 | 0.500 KWD"
            })
    void aPointBeforeMoreThanTwoDigitsStandsBeforeNoDecimals(String text, String expected) {
        assertThat(Readings.of(text)).isEqualTo(expected);
    }

    private static PriceHint euros() {
        return new PriceHint(Optional.of("EUR"), Optional.empty());
    }
}
