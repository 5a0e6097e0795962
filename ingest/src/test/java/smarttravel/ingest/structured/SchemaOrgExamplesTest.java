package smarttravel.ingest.structured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.prices.PriceHint;
import smarttravel.ingest.structured.items.Syntax;

/** Schema.org's own examples, which say the same in three syntaxes, give the same offers. */
class SchemaOrgExamplesTest {
    /** Examples whose three versions do not say the same, and what differs in them. */
    private static final Map<String, String> UNLIKE = Map.of(
            "eg-0426", "the event's name has a year in two of three",
            "eg-0010", "the price is 55.00 in JSON-LD and 1000.00 in the others",
            "eg-0172", "the event is missing from the JSON-LD",
            "eg-0208", "the microdata's currency is written as RDFa, and the name in capitals",
            "eg-0352", "Account and account",
            "eg-0355", "three of four fees differ",
            "eg-0394", "the price in the text is another than the price in the markup around it",
            "eg-0450", "MONOPOLY and Monopoly",
            "eg-0393", "the RDFa version does not say what the offer is for");

    private static final StructuredData STRUCTURED_DATA = new StructuredData(PriceHint.NONE);

    @Test
    void theThreeSyntaxesOfAnExampleGiveTheSameOffers() throws IOException {
        int compared = 0;
        int withOffers = 0;
        for (JsonNode example : SharedData.json("structured-data/schemaorg_examples_offers_travel.json")) {
            String id = example.get("id").asText();
            Map<Syntax, Extraction> read = readings(example);
            List<List<Map<OfferField, String>>> offers =
                    read.values().stream().map(SchemaOrgExamplesTest::texts).toList();
            if (!UNLIKE.containsKey(id) && offers.size() > 1) {
                assertThat(offers).as(id + " " + read).allMatch(offers.get(0)::equals);
                compared++;
                withOffers += offers.get(0).isEmpty() ? 0 : 1;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(40);
        assertThat(withOffers).isGreaterThanOrEqualTo(13);
    }

    @Test
    void whereAnExampleContradictsItselfOnThePageThePriceIsRefused() throws IOException {
        for (JsonNode example : SharedData.json("structured-data/schemaorg_examples_offers_travel.json")) {
            if (example.get("id").asText().equals("eg-0394")) {
                Extraction rdfa =
                        STRUCTURED_DATA.extract(page(example.get("rdfa").asText()));
                assertThat(rdfa.offers()).isEmpty();
                assertThat(rdfa.refused())
                        .singleElement()
                        .satisfies(refused -> assertThat(refused.reason()).isEqualTo("contradicting-price"));
            }
        }
    }

    private static Map<Syntax, Extraction> readings(JsonNode example) {
        Map<Syntax, Extraction> read = new EnumMap<>(Syntax.class);
        String json = example.path("json").asText().strip();
        if (json.startsWith("{")) {
            json = "<script type='application/ld+json'>" + json + "</script>";
        }
        Map<Syntax, String> versions = Map.of(
                Syntax.JSON_LD, json,
                Syntax.MICRODATA, example.path("microdata").asText(),
                Syntax.RDFA, example.path("rdfa").asText());
        Map<Syntax, String> marks =
                Map.of(Syntax.JSON_LD, "ld+json", Syntax.MICRODATA, "itemscope", Syntax.RDFA, "typeof");
        versions.forEach((syntax, text) -> {
            if (text.contains(String.valueOf(marks.get(syntax)))) {
                read.put(syntax, STRUCTURED_DATA.extract(page(text)));
            }
        });
        return read;
    }

    private static Page page(String text) {
        return Page.ofText(URI.create("https://shop.example/offers/page"), text);
    }

    private static List<Map<OfferField, String>> texts(Extraction extraction) {
        List<Map<OfferField, String>> texts = new ArrayList<>();
        for (ExtractedOffer offer : extraction.offers()) {
            texts.add(offer.texts());
        }
        return texts;
    }
}
