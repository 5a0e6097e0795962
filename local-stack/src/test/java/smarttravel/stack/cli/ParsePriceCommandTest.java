package smarttravel.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code travel parse-price}, which needs no stack. */
class ParsePriceCommandTest {
    @TempDir
    Path folder;

    @Test
    void aTextIsAnsweredAsJson() {
        Typed typed = Typed.travel("parse-price", "antes USD 1.499 ahora USD 1.299,50 + imp. USD 245");

        assertThat(typed.err()).isEmpty();
        assertThat(typed.exit()).isZero();
        assertThat(typed.out())
                .isEqualToIgnoringNewLines(
                        "{\"amount\":\"1299.50\",\"currency\":\"USD\",\"listAmount\":\"1499\",\"taxes\":\"245\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--currency-hint=ARS", "--locale=es-AR", "--locale=es_AR"})
    void aHintSettlesWhatASignMeans(String hint) {
        Typed typed = Typed.travel("parse-price", "$ 1.250.000", hint);

        assertThat(typed.out()).isEqualToIgnoringNewLines("{\"amount\":\"1250000\",\"currency\":\"ARS\"}");
    }

    @Test
    void aTextWithoutPriceSaysWhy() {
        Typed typed = Typed.travel("parse-price", "USD 999 / USD 1.299");

        assertThat(typed.exit()).isZero();
        assertThat(typed.out())
                .startsWith("{\"amount\":null,\"currency\":null,\"reason\":\"ambiguous-amount\",\"message\":\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"price_raw\":\"1.299\",\"currency_raw\":\"USD\",\"more\":[1]},{\"price_raw\":null}]",
                "{\"price_raw\":\"1.299\",\"currency_raw\":\"USD\"}\n{\"price_raw\":\"\"}\n"
            })
    void aFileIsAnsweredLineByLine(String cases) throws IOException {
        Typed typed = Typed.travel("parse-price", "--file", file(cases));

        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out().lines()).hasSize(2).first().isEqualTo("{\"amount\":\"1299\",\"currency\":\"USD\"}");
        assertThat(typed.out().lines()).last().asString().contains("\"reason\":\"no-amount\"");
    }

    @Test
    void aCaseMaySayItsSeparators() throws IOException {
        Typed typed =
                Typed.travel("parse-price", "--file", file("{\"price_raw\":\"140.000\",\"decimal_separator\":\".\"}"));

        assertThat(typed.out()).isEqualToIgnoringNewLines("{\"amount\":\"140.000\",\"currency\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"price_raw\":", "[1]", "{\"price\":\"1\"}", "{\"price_raw\":1}", "nothing"})
    void aBadFileIsAnError(String cases) throws IOException {
        Typed typed = Typed.travel("parse-price", "--file", file(cases));

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void aMissingFileIsSaid() {
        Path missing = folder.resolve("no.json");

        Typed typed = Typed.travel("parse-price", "--file", missing.toString());

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).isEqualToIgnoringNewLines(missing + " cannot be read.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "USD_1 --file x.json", "USD_1 --locale ?", "USD_1 --price"})
    void wrongUsageEndsWithTwo(String arguments) {
        Typed typed = Typed.travel(("parse-price " + arguments).strip().split(" ", -1));

        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.err()).isNotBlank();
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("cases.json"), text).toString();
    }
}
