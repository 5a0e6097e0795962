package smarttravel.ingest.selectors;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.ProviderFileReader;

/** The selectors that the project ships, over what other pages of the same sites look like. */
class ExampleProvidersTest {
    private static final Path EXAMPLES =
            requireNonNull(Path.of("").toAbsolutePath().getParent()).resolve("examples/providers");

    @Test
    void aSaleIsReadAtItsReducedPrice() throws IOException {
        ExtractedOffer tent = only("outdoorsgeek", """
                <link rel=canonical href="https://outdoorsgeek.com/product/tent/">
                <div class="summary entry-summary"><h1 class=product_title>Tent</h1>
                <p class=price><del>$45.00</del> <span class=screen-reader-text>Original price was: $45.00.</span>
                <ins>$39.00</ins> <span class=screen-reader-text>Current price is: $39.00.</span></p></div>
                """);

        assertThat(tent.text(OfferField.PRICE)).isEqualTo("39.00");
        assertThat(tent.text(OfferField.LIST_PRICE)).isEqualTo("45.00");
        assertThat(tent.text(OfferField.CURRENCY)).isEqualTo("USD");
    }

    @Test
    void aProductInOneSizeIsOneOffer() throws IOException {
        ExtractedOffer nuts = only("forestwholefoods", """
                <link rel=canonical href="https://www.forestwholefoods.co.uk/product/nuts/">
                <div class="summary entry-summary"><h1 class=product_title>Nuts</h1>
                <p class=price><span>£4.49</span><span> £8.98 per kg</span></p>
                <form class=cart><button name=add-to-cart value=416>Add to basket</button></form></div>
                """);

        assertThat(nuts.text(OfferField.NAME)).isEqualTo("Nuts");
        assertThat(nuts.text(OfferField.PRICE)).isEqualTo("4.49");
        assertThat(nuts.text(OfferField.OFFER_ID)).isEqualTo("416");
    }

    @Test
    void aProductInSeveralSizesIsAnOfferForEach() throws IOException {
        Extraction extraction = extract("forestwholefoods", """
                <div class="summary entry-summary"><h1 class=product_title>Nuts</h1><p class=price>From: £2.98</p>
                <form class="variations_form cart" data-product_id=416><select><option value="">Choose</option>
                <option value=500g>500g - £2.98£5.96 per kg</option><option value=1kg>1kg - £5.49</option></select>
                <input type=hidden name=add-to-cart value=416></form></div>
                """);

        assertThat(extraction.refused()).isEmpty();
        assertThat(extraction.offers())
                .extracting(offer -> offer.text(OfferField.OFFER_ID) + " " + offer.text(OfferField.PRICE))
                .containsExactly("416-500g 2.98", "416-1kg 5.49");
    }

    private static ExtractedOffer only(String provider, String html) throws IOException {
        Extraction extraction = extract(provider, html);
        assertThat(extraction.refused()).isEmpty();
        assertThat(extraction.offers()).hasSize(1);
        return extraction.offers().get(0);
    }

    private static Extraction extract(String provider, String html) throws IOException {
        Page page = Page.ofText(URI.create("https://" + provider + ".example/"), html);
        return new SelectorStrategy(ProviderFileReader.read(EXAMPLES.resolve(provider + ".yaml"))).extract(page);
    }
}
