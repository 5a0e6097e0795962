package smarttravel.ingest.structured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.prices.PriceHint;

/** Pages of real shops, read by nothing but their markup, against what people found on them. */
class RealShopPagesTest {

    @Test
    void aListPriceAmongThePriceSpecificationsIsNotThePrice() throws IOException {
        ExtractedOffer offer = only(extract("birdbuddy-listprice-jsonld"));

        assertThat(offer.text(OfferField.NAME)).isEqualTo("Birdbuddy Pro");
        assertPrice(offer, "149.00", "EUR");
        assertThat(offer.text(OfferField.LIST_PRICE)).isEqualTo("249.00");
        assertThat(offer.text(OfferField.AVAILABILITY)).isEqualTo("SOLD_OUT");
        assertThat(offer.text(OfferField.SKU)).isEqualTo("BBG1002BAD");
        assertThat(offer.text(OfferField.URL)).isEqualTo("https://mybirdbuddy.eu/product/smart-bird-feeder-pro/");
        assertThat(offer.origin(OfferField.PRICE)).isEqualTo("json-ld UnitPriceSpecification.price");
    }

    @Test
    void theLowestPriceStandsForAnAggregateOfferWithoutOffers() throws IOException {
        ExtractedOffer offer = only(extract("forestwholefoods-aggregateoffer-jsonld"));

        assertThat(offer.text(OfferField.NAME)).isEqualTo("Organic EU Sunflower Seeds");
        assertPrice(offer, "2.98", "GBP");
        assertThat(offer.text(OfferField.AVAILABILITY)).isEqualTo("AVAILABLE");
        assertThat(offer.text(OfferField.RATING))
                .as("the shop's, not the product's")
                .isNull();
    }

    @Test
    void pricesInPenceAreCorrectedByWhatPeopleSee() throws IOException {
        Extraction extraction = extract("glossier-uk-pence-microdata");

        assertThat(extraction.offers()).hasSize(2);
        assertThat(extraction.refused()).isEmpty();
        ExtractedOffer first = extraction.offers().get(0);
        assertThat(first.text(OfferField.NAME)).isEqualTo("The Super Pack");
        assertPrice(first, "88", "GBP");
        assertThat(first.text(OfferField.LIST_PRICE)).isEqualTo("102");
        assertThat(first.origin(OfferField.PRICE)).contains("'8800' is 100 times the visible '88'");
        ExtractedOffer second = extraction.offers().get(1);
        assertThat(second.text(OfferField.NAME)).isEqualTo("Balm Dotcom Trio");
        assertPrice(second, "42", "GBP");
        assertThat(second.text(OfferField.LIST_PRICE)).isEqualTo("48");
    }

    @Test
    void everyProductOfAListIsAnOffer() throws IOException {
        List<ExtractedOffer> offers = extract("ikea-listing-jsonld").offers();

        JsonNode expected = expected("ikea-listing-jsonld").get("offers");
        assertThat(offers).hasSize(24).hasSameSizeAs(expected);
        for (int i = 0; i < offers.size(); i++) {
            ExtractedOffer offer = offers.get(i);
            JsonNode wanted = expected.get(i);
            assertThat(offer.text(OfferField.NAME)).isEqualTo(wanted.get("name").asText());
            assertPrice(
                    offer, wanted.get("price").asText(), wanted.get("currency").asText());
            assertThat(offer.text(OfferField.URL)).isEqualTo(wanted.get("url").asText());
            assertThat(offer.text(OfferField.RATING))
                    .isEqualTo(wanted.get("rating").asText());
            assertThat(offer.text(OfferField.REVIEW_COUNT))
                    .isEqualTo(wanted.get("review_count").asText());
        }
    }

    @Test
    void aDecimalCommaAmidOtherGamesPricesGivesTheOneGame() throws IOException {
        ExtractedOffer offer = only(extract("steam-terraria-microdata"));

        assertThat(offer.text(OfferField.NAME)).isEqualTo("Terraria");
        assertPrice(offer, "9.75", "EUR");
        assertThat(offer.text(OfferField.RATING)).isEqualTo("10");
        assertThat(offer.text(OfferField.RATING_MAX)).isEqualTo("10");
        assertThat(offer.text(OfferField.REVIEW_COUNT)).isEqualTo("585834");
        assertThat(offer.text(OfferField.LIST_PRICE)).isNull();
        assertThat(offer.text(OfferField.URL)).isEqualTo("https://store.steampowered.com/app/105600/Terraria/");
    }

    private static Extraction extract(String slug) throws IOException {
        StructuredData structuredData = new StructuredData(PriceHint.of("EUR", Locale.US));
        String address = expected(slug).get("page_url").asText();
        return structuredData.extract(SharedData.page(SharedData.path("html-pages/" + slug + "/page.html"), address));
    }

    private static JsonNode expected(String slug) throws IOException {
        return SharedData.json("html-pages/" + slug + "/EXPECTED.json");
    }

    private static ExtractedOffer only(Extraction extraction) {
        assertThat(extraction.refused()).isEmpty();
        assertThat(extraction.offers()).hasSize(1);
        return extraction.offers().get(0);
    }

    private static void assertPrice(ExtractedOffer offer, String amount, String currency) {
        assertThat(new BigDecimal(String.valueOf(offer.text(OfferField.PRICE)))).isEqualByComparingTo(amount);
        assertThat(offer.text(OfferField.CURRENCY)).isEqualTo(currency);
    }
}
