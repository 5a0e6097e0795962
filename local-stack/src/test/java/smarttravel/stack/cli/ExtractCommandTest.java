package smarttravel.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code travel extract} prints of a saved page, and how it says that it cannot. */
class ExtractCommandTest {
    private static final String PAGE = """
            <meta charset=utf-8><article><h3>Hotel Arena</h3><b>1.250,50 €</b><a href="/arena">Ver</a></article>
            <article><h3>Hotel Brisa</h3></article>
            """;
    private static final String FILE = """
            id: viajes
            hosts: [viajes.example]
            currency: EUR
            locale: es-ES
            rules:
              item: article
              fields: {name: h3, price: b, url: a}
            """;

    @TempDir
    Path folder;

    private String page = "";

    @BeforeEach
    void savePage() throws IOException {
        page = Files.writeString(folder.resolve("page.html"), PAGE).toString();
        Files.writeString(folder.resolve("viajes.yaml"), FILE);
    }

    @Test
    void thePagesAddressChoosesTheProvider() throws IOException {
        Typed typed = extract("--url", "https://www.viajes.example/hoteles (saved in 2027)");

        assertThat(typed.err()).isEmpty();
        assertThat(typed.exit()).isZero();
        JsonNode json = new ObjectMapper().readTree(typed.out());
        assertThat(json.get("offers")).hasSize(1);
        JsonNode offer = json.at("/offers/0");
        assertThat(offer.get("name").asText()).isEqualTo("Hotel Arena");
        assertThat(offer.get("price").isNumber()).isTrue();
        assertThat(offer.get("price").decimalValue()).isEqualByComparingTo("1250.50");
        assertThat(offer.get("currency").asText()).isEqualTo("EUR");
        assertThat(offer.get("url").asText()).isEqualTo("https://www.viajes.example/arena");
        assertThat(offer.at("/origins/price").asText()).isEqualTo("css b");
        assertThat(json.at("/rejected/0/reason").asText()).isEqualTo("missing-price");
        assertThat(json.at("/rejected/0/name").asText()).isEqualTo("Hotel Brisa");
    }

    @Test
    void aProviderOrAFileCanBeNamed() {
        assertThat(extract("--provider", "viajes").out()).contains("Hotel Arena");
        assertThat(Typed.travel(
                                "extract",
                                page,
                                "--selectors",
                                folder.resolve("viajes.yaml").toString())
                        .out())
                .contains("Hotel Arena");
    }

    @Test
    void aTableShowsOffersAndWhatWasRejected() {
        assertThat(extract("--provider", "viajes", "--output", "table").out())
                .contains("Hotel Arena  1250.50  EUR")
                .contains("missing-price");
        assertThat(extract("--provider", "viajes", "--output", "table", "--origins")
                        .out())
                .contains("price     1250.50");
    }

    @Test
    void whatCannotBeDoneIsSaid() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "id: broken\nrules: {itm: x}\n");

        failed(Typed.travel("extract", folder.resolve("none.html").toString()), "none.html cannot be read");
        failed(extract("--url", "other"), "'other' is not an address");
        failed(extract("--provider", "viaje"), "There is no provider 'viaje'");
        failed(
                Typed.travel(
                        "extract",
                        page,
                        "--selectors",
                        folder.resolve("broken.yaml").toString()),
                "broken.yaml:2:9: unknown key 'itm'");
        failed(Typed.travel("extract", page, "--selectors", "none.yaml"), "none.yaml cannot be read");
        failed(Typed.travel("extract", page, "--providers", page), "is not a folder");
    }

    @Test
    void aPageThatNobodyHasDescribedIsReadByItsStructuredDataAndThatIsSaid() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "id: broken\nrules: {itm: x}\n");

        Typed read = extract("--url", "https://other.example/");

        assertThat(read.exit()).isZero();
        assertThat(read.out()).contains("\"offers\" : [ ]");
        assertThat(read.err()).contains("has the host other.example", "broken.yaml: ");
    }

    @Test
    void aProviderAndAFileAtOnceIsWrongUsage() {
        Typed typed = extract("--provider", "viajes", "--selectors", "x.yaml");

        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.err()).contains("mutually exclusive");
    }

    @Test
    void theProvidersOfTheProjectAreFound() {
        failed(Typed.travel("extract", page, "--provider", "nobody"), "bolha");
    }

    private Typed extract(String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(new String[] {"extract", page, "--providers", folder.toString()}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return Typed.travel(all);
    }

    private static void failed(Typed typed, String message) {
        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains(message);
        assertThat(typed.out()).isEmpty();
    }
}
