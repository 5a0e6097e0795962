package smarttravel.ingest.selectors;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.ProviderFileReader;

/** The selectors that the project ships, over the pages they were written for, where they lie beside the project. */
class HtmlPagesTest {
    private static final Path ROOT = requireNonNull(Path.of("").toAbsolutePath().getParent());
    private static final Path PAGES = ROOT.resolveSibling("shared/data/html-pages");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the pages' descriptions call the fields. */
    private static final Map<String, OfferField> FIELDS = Map.ofEntries(
            Map.entry("/name", OfferField.NAME),
            Map.entry("/price", OfferField.PRICE),
            Map.entry("/currency", OfferField.CURRENCY),
            Map.entry("/list_price", OfferField.LIST_PRICE),
            Map.entry("/url", OfferField.URL),
            Map.entry("/rating", OfferField.RATING),
            Map.entry("/rating_max", OfferField.RATING_MAX),
            Map.entry("/review_count", OfferField.REVIEW_COUNT),
            Map.entry("/published", OfferField.PUBLISHED),
            Map.entry("/nights", OfferField.NIGHTS),
            Map.entry("/departure_airport", OfferField.ORIGIN),
            Map.entry("/departure_date", OfferField.DEPARTURE),
            Map.entry("/legs/0/date", OfferField.DEPARTURE),
            Map.entry("/legs/0/origin", OfferField.ORIGIN),
            Map.entry("/legs/0/destination", OfferField.DESTINATION),
            Map.entry("/seats_left_at_price", OfferField.SEATS_LEFT));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "bolha-macke, bolha",
        "ebookers-fra-sfo-oneway, ebookers",
        "firstchoice-kos-prices, firstchoice",
        "forestwholefoods-aggregateoffer-jsonld, forestwholefoods",
        "glossier-uk-pence-microdata, glossier",
        "lonelyplanet-taiwan-2015-10-14, lonelyplanet",
        "outdoorsgeek-backpack-rental, outdoorsgeek",
        "overstock-jewelry01, overstock"
    })
    void everyOfferOfThePageIsReadAndNothingElse(String slug, String provider) throws IOException {
        JsonNode expected = expected(slug);

        Extraction extraction = extract(slug, provider);

        assertThat(extraction.offers()).hasSize(expected.get("offer_count").asInt());
        assertThat(extraction.refused()).isEmpty();
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < extraction.offers().size(); i++) {
            same(all, expected.get("offers").get(i), extraction.offers().get(i));
        }
        all.assertAll();
    }

    @Test
    void whatHasNoPriceIsRefusedWithEverythingElseThatWasRead() throws IOException {
        JsonNode expected = expected("tripadvisor-brazil-attractions").get("items_without_price");

        Extraction extraction = extract("tripadvisor-brazil-attractions", "tripadvisor");

        assertThat(extraction.offers()).isEmpty();
        assertThat(extraction.refused())
                .hasSize(30)
                .extracting(RefusedOffer::reason)
                .containsOnly("missing-price");
        SoftAssertions all = new SoftAssertions();
        for (int i = 0; i < 30; i++) {
            same(all, expected.get(i), extraction.refused().get(i).read());
        }
        all.assertAll();
    }

    @Test
    void everyFieldSaysWhereItCameFrom() throws IOException {
        ExtractedOffer offer =
                extract("ebookers-fra-sfo-oneway", "ebookers").offers().get(0);

        assertThat(offer.texts().keySet())
                .allSatisfy(field -> assertThat(offer.origin(field)).isNotBlank());
        assertThat(offer.origin(OfferField.PRICE)).isEqualTo("css .basePrice .price");
        assertThat(offer.origin(OfferField.KIND)).isEqualTo("constants");
    }

    @ParameterizedTest
    @CsvSource({
        "bolha-macke, bolha",
        "ebookers-fra-sfo-oneway, ebookers",
        "firstchoice-kos-prices, firstchoice",
        "lonelyplanet-taiwan-2015-10-14, lonelyplanet",
        "overstock-jewelry01, overstock"
    })
    void offersOfOnePageAreToldApart(String slug, String provider) throws IOException {
        assertThat(extract(slug, provider).offers())
                .extracting(offer -> offer.text(OfferField.OFFER_ID))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    private static void same(SoftAssertions all, JsonNode expected, ExtractedOffer offer) {
        FIELDS.forEach((pointer, field) -> {
            JsonNode value = expected.at(pointer);
            if (!value.isMissingNode()) {
                all.assertThat(comparable(offer.text(field), field))
                        .as("%s of %s", field.jsonName(), expected.at("/name").asText())
                        .isEqualTo(comparable(value.isNull() ? null : value.asText(), field));
            }
        });
    }

    private static @Nullable Object comparable(@Nullable String text, OfferField field) {
        return text == null || field.shape() != OfferField.Shape.NUMBER
                ? text
                : new BigDecimal(text).stripTrailingZeros();
    }

    private static JsonNode expected(String slug) throws IOException {
        Path file = PAGES.resolve(slug).resolve("EXPECTED.json");
        assumeTrue(
                Files.exists(file),
                () -> "skipped: there is no shared/data/html-pages/" + slug + " beside the project");
        return JSON.readTree(file.toFile());
    }

    private static Extraction extract(String slug, String provider) throws IOException {
        String address = expected(slug).get("page_url").asText().split(" ", 2)[0];
        byte[] bytes = Files.readAllBytes(PAGES.resolve(slug).resolve("page.html"));
        Path file = ROOT.resolve("examples/providers").resolve(provider + ".yaml");
        return new SelectorStrategy(ProviderFileReader.read(file))
                .extract(Page.ofBytes(URI.create(address), bytes, null));
    }
}
