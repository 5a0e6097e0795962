package smarttravel.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.util.Locale;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.structured.StructuredData;

/** Whatever elements and attributes a page holds, its microdata, RDFa and tags are read or refused. */
class MicrodataFuzzTest {
    private static final StructuredData STRUCTURED_DATA = new StructuredData(PriceHint.of("EUR", Locale.GERMANY));

    @FuzzTest(maxDuration = "10m")
    void aPageIsReadOrRefused(byte[] bytes) {
        Page page = Page.ofBytes(URI.create("https://shop.example/a/b?c"), bytes, null);

        STRUCTURED_DATA.extract(page).offers().forEach(offer -> {
            assertThat(offer.has(OfferField.NAME)).isTrue();
            if (offer.has(OfferField.PRICE)) {
                assertThat(offer.text(OfferField.PRICE)).matches("\\d+(\\.\\d+)?");
                assertThat(offer.text(OfferField.CURRENCY)).matches("[A-Z]{3}");
            }
        });
    }
}
