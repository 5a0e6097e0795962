package smarttravel.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.structured.StructuredData;

/** Whatever a JSON-LD script holds, it is read or refused, and prices are plain decimals. */
class JsonLdFuzzTest {
    private static final StructuredData STRUCTURED_DATA = new StructuredData(PriceHint.of("EUR", Locale.GERMANY));

    @FuzzTest(maxDuration = "10m")
    void aScriptIsReadOrRefused(byte[] script) {
        String html =
                "<script type=\"application/ld+json\">" + new String(script, StandardCharsets.UTF_8) + "</script>";

        STRUCTURED_DATA
                .extract(Page.ofText(URI.create("https://shop.example/a/b?c"), html))
                .offers()
                .forEach(offer -> {
                    assertThat(offer.has(OfferField.NAME)).isTrue();
                    if (offer.has(OfferField.PRICE)) {
                        assertThat(offer.text(OfferField.PRICE)).matches("\\d+(\\.\\d+)?");
                        assertThat(offer.text(OfferField.CURRENCY)).matches("[A-Z]{3}");
                    }
                });
    }
}
