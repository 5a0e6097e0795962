package smarttravel.ingest.structured;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static smarttravel.ingest.offers.OfferField.AVAILABILITY;
import static smarttravel.ingest.offers.OfferField.COUNTRY;
import static smarttravel.ingest.offers.OfferField.CURRENCY;
import static smarttravel.ingest.offers.OfferField.DEPARTURE;
import static smarttravel.ingest.offers.OfferField.DESTINATION;
import static smarttravel.ingest.offers.OfferField.HOTEL;
import static smarttravel.ingest.offers.OfferField.KIND;
import static smarttravel.ingest.offers.OfferField.LIST_PRICE;
import static smarttravel.ingest.offers.OfferField.NAME;
import static smarttravel.ingest.offers.OfferField.NIGHTS;
import static smarttravel.ingest.offers.OfferField.ORIGIN;
import static smarttravel.ingest.offers.OfferField.PRICE;
import static smarttravel.ingest.offers.OfferField.RATING;
import static smarttravel.ingest.offers.OfferField.RATING_MAX;
import static smarttravel.ingest.offers.OfferField.REVIEW_COUNT;
import static smarttravel.ingest.offers.OfferField.SKU;
import static smarttravel.ingest.offers.OfferField.STARS;
import static smarttravel.ingest.offers.OfferField.TAXES_INCLUDED;
import static smarttravel.ingest.offers.OfferField.URL;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.prices.PriceHint;

/** One small page for each way in which sites write structured data. */
class StructuredDataTest {

    @Test
    void aTripAndItsOffersAreJoinedByTheirIds() throws IOException {
        Extraction extraction = extract("package.jsonld.html");

        assertThat(extraction.refused()).isEmpty();
        assertThat(extraction.offers()).hasSize(2);
        assertThat(extraction.offers().get(0).texts())
                .isEqualTo(Map.ofEntries(
                        Map.entry(NAME, "Base doble"),
                        Map.entry(PRICE, "1299.00"),
                        Map.entry(CURRENCY, "USD"),
                        Map.entry(AVAILABILITY, "AVAILABLE"),
                        Map.entry(URL, "https://shop.example/offers/page?base=doble"),
                        Map.entry(RATING, "8.7"),
                        Map.entry(RATING_MAX, "10"),
                        Map.entry(REVIEW_COUNT, "1321"),
                        Map.entry(KIND, "PACKAGE"),
                        Map.entry(ORIGIN, "EZE"),
                        Map.entry(DESTINATION, "CUN"),
                        Map.entry(DEPARTURE, "2027-01-15"),
                        Map.entry(SKU, "CUN-7")));
    }

    @Test
    void chargesAndPricesBeforeTheCutAreNotThePrice() throws IOException {
        ExtractedOffer single = extract("package.jsonld.html").offers().get(1);

        assertThat(single.text(PRICE)).isEqualTo("1799.00");
        assertThat(single.text(LIST_PRICE)).isEqualTo("1999.00");
        assertThat(single.text(TAXES_INCLUDED)).isEqualTo("false");
        assertThat(single.text(AVAILABILITY)).isEqualTo("SOLD_OUT");
        assertThat(single.origin(DEPARTURE)).isEqualTo("json-ld TouristTrip.departureTime");
    }

    @Test
    void microdataGivesARoomItsHotelWhereverThatStands() throws IOException {
        ExtractedOffer room = extract("hotel.microdata.html").offers().get(0);

        assertThat(room.texts())
                .isEqualTo(Map.ofEntries(
                        Map.entry(NAME, "Habitación doble superior"),
                        Map.entry(PRICE, "150.00"),
                        Map.entry(LIST_PRICE, "180.00"),
                        Map.entry(CURRENCY, "EUR"),
                        Map.entry(AVAILABILITY, "AVAILABLE"),
                        Map.entry(URL, "https://hoteles.example/faro/doble"),
                        Map.entry(RATING, "9.1"),
                        Map.entry(RATING_MAX, "10"),
                        Map.entry(REVIEW_COUNT, "48"),
                        Map.entry(KIND, "HOTEL"),
                        Map.entry(HOTEL, "Hotel Faro"),
                        Map.entry(STARS, "4"),
                        Map.entry(COUNTRY, "PT")));
        assertThat(room.origin(LIST_PRICE)).isEqualTo("visible text, struck out");
    }

    @Test
    void aPriceThatThePageContradictsIsRefused() throws IOException {
        Extraction extraction = extract("hotel.microdata.html");

        assertThat(extraction.offers()).hasSize(1);
        assertThat(extraction.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo("contradicting-price");
            assertThat(refused.message()).contains("95.00").contains("210,00");
            assertThat(refused.read().text(NAME)).isEqualTo("Habitación familiar");
        });
    }

    @Test
    void rdfaIsReadWithPrefixesAndRelations() throws IOException {
        Extraction extraction = extract("concert.rdfa.html");

        assertThat(extraction.refused()).isEmpty();
        assertThat(lines(extraction, NAME, PRICE, CURRENCY, DEPARTURE, URL))
                .containsExactly(
                        Tuple.tuple("Stalls", "45.50", "ARS", "2027-03-02", "https://shop.example/stalls"),
                        Tuple.tuple("Balcony", "30", "ARS", "2027-03-02", "https://shop.example/balcony"),
                        Tuple.tuple("Programme", "5", "ARS", null, null));
    }

    @Test
    void openGraphTagsSpeakWhereNothingElseDoes() throws IOException {
        Extraction extraction = extract("opengraph.html");

        assertThat(lines(extraction, NAME, PRICE, LIST_PRICE, CURRENCY, AVAILABILITY, URL))
                .containsExactly(
                        Tuple.tuple("City tour", "48.50", "60.00", "EUR", "AVAILABLE", "https://tours.example/city"));
        assertThat(extraction.offers().get(0).origin(PRICE)).isEqualTo("opengraph product:sale_price:amount");
    }

    @Test
    void brokenScriptsAreRepairedAndHopelessOnesRefused() throws IOException {
        Extraction extraction = extract("flight.broken.html");

        assertThat(lines(extraction, NAME, PRICE, CURRENCY, DESTINATION, DEPARTURE, NIGHTS))
                .containsExactly(
                        Tuple.tuple("EZE to MAD", "820.5", "USD", "MAD", "2027-05-01", null),
                        Tuple.tuple("EZE to FCO", "901", "USD", null, null, null),
                        Tuple.tuple("Gran Vía", "410", "EUR", null, "2027-05-03", "4"));
        assertThat(extraction.offers().get(0).text(URL)).isEqualTo("https://air.example/a//b/*c*/");
        assertThat(extraction.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo("broken-json-ld"));
    }

    @Test
    void whatTwoSyntaxesSayComesOnceAndOffersBeatTheirAggregate() throws IOException {
        Extraction extraction = extract("twice.html");

        assertThat(lines(extraction, NAME, PRICE, CURRENCY))
                .containsExactly(
                        Tuple.tuple("Half day", "30.00", "EUR"),
                        Tuple.tuple("Full day", "90.00", "EUR"),
                        Tuple.tuple("Life vest", "7", "EUR"));
    }

    @Test
    void aPageWithoutMarkupOffersNothing() {
        Page page = Page.ofText(URI.create("https://shop.example/"), "<p>From $99</p>");

        assertThat(new StructuredData(PriceHint.NONE).extract(page)).isEqualTo(Extraction.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({
        "4.666666666666667, 321, 4.666666666666667, 321",
        "4.5, '1,234 reviews', 4.5, 1234",
        "4.5, 321.0, 4.5, 321",
        "4.5, 1.2K reviews, 4.5,",
        "4.5, '1,2 mil', 4.5,",
        "4.5, 12k, 4.5,",
        "4.5, 3 M, 4.5,",
        "4.5, 2 mil opiniones, 4.5,"
    })
    void aRatingIsReadInFullAndARoundedCountIsNone(
            String value, String count, String rating, @Nullable String reviews) {
        Page page = Page.ofText(URI.create("https://shop.example/"), """
                <script type="application/ld+json">{"@type": "Product", "name": "Tour",
                "offers": {"@type": "Offer", "price": "45.00", "priceCurrency": "EUR"},
                "aggregateRating": {"ratingValue": "%s", "reviewCount": "%s"}}</script>""".formatted(value, count));

        ExtractedOffer offer =
                new StructuredData(PriceHint.NONE).extract(page).offers().get(0);

        assertThat(offer.text(RATING)).isEqualTo(rating);
        assertThat(offer.text(REVIEW_COUNT)).isEqualTo(reviews);
    }

    private static List<Tuple> lines(Extraction extraction, OfferField... fields) {
        return extraction.offers().stream()
                .map(offer -> new Tuple(
                        java.util.Arrays.stream(fields).map(offer::text).toArray()))
                .toList();
    }

    private static Extraction extract(String resource) throws IOException {
        try (InputStream bytes =
                requireNonNull(StructuredDataTest.class.getResourceAsStream("/structured/" + resource))) {
            Page page = Page.ofBytes(
                    URI.create("https://shop.example/offers/page"), bytes.readAllBytes(), "text/html; charset=utf-8");
            return new StructuredData(PriceHint.NONE).extract(page);
        }
    }
}
