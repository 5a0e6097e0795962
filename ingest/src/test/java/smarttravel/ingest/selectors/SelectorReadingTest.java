package smarttravel.ingest.selectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;

/** What becomes of single items. */
class SelectorReadingTest {
    @TempDir
    Path folder;

    @Test
    void everyFieldOfACardIsReadAndSaysWhereItStood() throws IOException {
        ExtractedOffer offer = only(TravelPages.card(
                "Hotel&nbsp; Arena ",
                "15 de enero de 2027",
                "$&nbsp;1.250.000",
                "<s class=antes>$ 1.400.000</s>",
                "<i class=estrellas data-estrellas=4></i>"));

        assertThat(offer.texts())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(OfferField.KIND, "PACKAGE"),
                        Map.entry(OfferField.BASIS, "PER_PERSON"),
                        Map.entry(OfferField.NAME, "Hotel Arena"),
                        Map.entry(OfferField.HOTEL, "Hotel Arena"),
                        Map.entry(OfferField.PRICE, "1250000"),
                        Map.entry(OfferField.LIST_PRICE, "1400000"),
                        Map.entry(OfferField.CURRENCY, "ARS"),
                        Map.entry(OfferField.URL, offer.texts().getOrDefault(OfferField.URL, "")),
                        Map.entry(OfferField.DESTINATION, "CUN"),
                        Map.entry(OfferField.DEPARTURE, "2027-01-15"),
                        Map.entry(OfferField.NIGHTS, "7"),
                        Map.entry(OfferField.BOARD, "AI"),
                        Map.entry(OfferField.BOARD_TEXT, "Todo incluido"),
                        Map.entry(OfferField.OCCUPANCY, "2"),
                        Map.entry(OfferField.STARS, "4")));
        assertThat(offer.text(OfferField.URL)).startsWith("https://www.viajes.example/paquete/Hotel");
        assertThat(offer.origin(OfferField.PRICE)).isEqualTo("css .precio");
        assertThat(offer.origin(OfferField.STARS)).isEqualTo("css .estrellas@data-estrellas");
        assertThat(offer.origin(OfferField.BASIS)).isEqualTo("constants");
    }

    @ParameterizedTest
    @CsvSource({
        "'1,234 reviews', 1234",
        "4.5 (321), 321",
        "321.0, 321",
        "'4,5 · 1.321 opiniones', 1321",
        "1.2K reviews,",
        "12k reviews,",
        "3 M,",
        "2 mil opiniones,"
    })
    void aRoundedCountOfReviewsIsNone(String text, @Nullable String reviews) throws IOException {
        String file = TravelPages.FILE.replace("    hotel: h3\n", "    hotel: h3\n    reviewCount: .opiniones\n");
        String card = TravelPages.card("Hotel Arena", "15/01/2027", "$ 1", "<i class=opiniones>" + text + "</i>");

        ExtractedOffer offer = TravelPages.extract(folder, file, TravelPages.listing(card))
                .offers()
                .get(0);

        assertThat(offer.text(OfferField.REVIEW_COUNT)).isEqualTo(reviews);
    }

    @Test
    void whatIsSoldOutNeedsNoPrice() throws IOException {
        ExtractedOffer offer = only(TravelPages.card("Hotel Arena", "15/01/2027", "", "<b class=estado>¡AGOTADO!</b>"));

        assertThat(offer.text(OfferField.AVAILABILITY)).isEqualTo("SOLD_OUT");
        assertThat(offer.has(OfferField.PRICE)).isFalse();
    }

    @Test
    void aPriceOnRequestIsAnOfferWithoutPrice() throws IOException {
        ExtractedOffer offer = only(TravelPages.card("Hotel Arena", "15/01/2027", "Precio a consultar"));

        assertThat(offer.has(OfferField.PRICE)).isFalse();
        assertThat(offer.has(OfferField.CURRENCY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'<article class=paquete><h3>A</h3></article>', missing-price",
        "'<article class=paquete><h3>A</h3><p class=precio>pronto</p></article>', missing-price",
        "'<article class=paquete><p class=precio>$ 900.000</p></article>', missing-field",
        "'<article class=paquete><h3>A</h3><p class=salida>Salida 30/02/2027</p><p class=precio>$ 5</p></article>', bad-date",
        "'<article class=paquete><h3>A</h3><p class=precio>$ 900.000 o $ 950.000</p></article>', ambiguous-amount"
    })
    void anItemThatCannotBeUsedIsRefusedWithItsReason(String card, String reason) throws IOException {
        Extraction extraction = extract(card);

        assertThat(extraction.offers()).isEmpty();
        assertThat(extraction.refused()).extracting(RefusedOffer::reason).containsExactly(reason);
    }

    @Test
    void whatIsNoItemLeavesNoTrace() throws IOException {
        Extraction extraction = extract(
                TravelPages.card("Anuncio", "15/01/2027", "$ 1.000", "<i class=publicidad></i>"),
                "<aside><h3>Otros</h3><span class=precio>$ 2.000</span></aside>");

        assertThat(extraction).isEqualTo(Extraction.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "mailto:a@viajes.example",
                "data:text/html,x",
                "http://",
                "file:///etc/passwd"
            })
    void aLinkThatLeadsToNoPageIsNoAddress(String link) throws IOException {
        String card =
                TravelPages.card("Hotel Arena", "15/01/2027", "$ 1.000.000").replace("/paquete/Hotel-Arena", link);

        assertThat(only(card).has(OfferField.URL)).isFalse();
    }

    @Test
    void aSlowPatternFindsNothingAndStops() throws IOException {
        String yaml = TravelPages.FILE.replace(
                "nights: {select: li, match: \"(\\\\d+) noches\"}", "nights: {select: li, match: \"(?:(?:a+)+)+$\"}");
        String card =
                TravelPages.card("Hotel Arena", "15/01/2027", "$ 1.000.000", "<li>" + "a".repeat(5_000) + "!</li>");

        assertThat(yaml).contains("a+");
        assertThat(TravelPages.extract(folder, yaml, TravelPages.listing(card)).offers())
                .singleElement()
                .satisfies(offer -> assertThat(offer.has(OfferField.NIGHTS)).isFalse());
    }

    private ExtractedOffer only(String card) throws IOException {
        Extraction extraction = extract(card);
        assertThat(extraction.refused()).isEmpty();
        assertThat(extraction.offers()).hasSize(1);
        return extraction.offers().get(0);
    }

    private Extraction extract(String... cards) throws IOException {
        return TravelPages.extract(folder, TravelPages.FILE, TravelPages.listing(cards));
    }
}
