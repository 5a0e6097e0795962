package smarttravel.ingest.offers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractionJsonTest {
    private static final ExtractedOffer OFFER = ExtractedOffer.builder()
            .put(OfferField.NAME, "Hotel \"Cancún\" </script>", "css h3")
            .put(OfferField.PRICE, "1000000000000.50", "css .price")
            .put(OfferField.TAXES_INCLUDED, "true", "constants")
            .put(OfferField.NIGHTS, "7", "css li")
            .build();

    @Test
    void numbersAreNumbersAndWhatEverybodyAsksForIsNullWhenAbsent() throws IOException {
        JsonNode offer = json(new Extraction(List.of(OFFER), List.of())).at("/offers/0");

        assertThat(offer.get("name").asText()).isEqualTo("Hotel \"Cancún\" </script>");
        assertThat(offer.get("price").isNumber()).isTrue();
        assertThat(offer.get("nights").isInt()).isTrue();
        assertThat(offer.get("taxesIncluded").isBoolean()).isTrue();
        assertThat(List.of("currency", "listPrice", "url", "rating", "ratingMax", "reviewCount", "departure"))
                .allSatisfy(
                        name -> assertThat(offer.get(name).isNull()).as(name).isTrue());
        assertThat(offer.has("board")).isFalse();
        assertThat(offer.at("/origins/price").asText()).isEqualTo("css .price");
    }

    @Test
    void anAmountIsWrittenOutInFull() {
        assertThat(ExtractionJson.text(new Extraction(List.of(OFFER), List.of())))
                .contains(": 1000000000000.50,");
    }

    @Test
    void whatWasRefusedSaysWhyAndWhatWasRead() throws IOException {
        JsonNode json = json(new Extraction(List.of(), List.of(new RefusedOffer("missing-price", "no price", OFFER))));

        assertThat(json.get("offers")).isEmpty();
        assertThat(json.at("/rejected/0/reason").asText()).isEqualTo("missing-price");
        assertThat(json.at("/rejected/0/message").asText()).isEqualTo("no price");
        assertThat(json.at("/rejected/0/nights").asInt()).isEqualTo(7);
    }

    @Test
    void aTextThatIsNoNumberStaysAText() throws IOException {
        ExtractedOffer odd =
                ExtractedOffer.builder().put(OfferField.NIGHTS, "seven", "x").build();

        assertThat(json(new Extraction(List.of(odd), List.of()))
                        .at("/offers/0/nights")
                        .asText())
                .isEqualTo("seven");
    }

    private static JsonNode json(Extraction extraction) throws IOException {
        return new ObjectMapper().readTree(ExtractionJson.text(extraction));
    }
}
