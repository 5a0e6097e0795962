package smarttravel.ingest.selectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;

/** Offers that a page carries for its own scripts. */
class ScriptItemsTest {
    private static final String FILE = """
            id: calendar
            hosts: [viajes.example]
            currency: EUR
            locale: en-IE
            rules:
              script: {after: "var days =", items: "result.days[]"}
              onlyWith: [price]
              parts: {code: {path: "codes[0]"}}
              fields:
                offerId: {template: "{code}/{departure}"}
                name: {page: h1}
                price: {path: price}
                departure: {path: date, dates: [dd-MM-yyyy]}
                url: {path: link}
            """;

    @TempDir
    Path folder;

    @Test
    void elementsOfAListInAScriptAreItems() throws IOException {
        Extraction extraction = extract("""
                <h1>Hotel Arena</h1><script>var other = {result: 1}</script>
                <script>
                  var days = {"result":{"days":[
                    {"price":"€631","date":"08-05-2027","link":"/h?id=1\\u0026d=8","codes":["HA"]},
                    {"price":null,"date":"09-05-2027","link":null},
                    {price: 650.5, 'date': '10-05-2027', /* one more */ codes: ["HB"],},
                  ]}};
                  start(days, {});
                </script>""");

        assertThat(extraction.refused()).isEmpty();
        assertThat(extraction.offers())
                .extracting(offer -> offer.text(OfferField.OFFER_ID), offer -> offer.text(OfferField.PRICE))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("HA/2027-05-08", "631"),
                        org.assertj.core.groups.Tuple.tuple("HB/2027-05-10", "650.5"));
        ExtractedOffer first = extraction.offers().get(0);
        assertThat(first.text(OfferField.URL)).isEqualTo("https://www.viajes.example/h?id=1&d=8");
        assertThat(first.origin(OfferField.PRICE)).isEqualTo("json price");
        assertThat(first.origin(OfferField.NAME)).isEqualTo("page h1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<script>var days = </script>",
                "<script>var days = {</script>",
                "<script>var days = {\"result\":{\"days\":{\"price\":1}}}</script>",
                "<script>var days = [1,2,{\"result\":[]}]</script>",
                "<script>var days = {result: undefined}</script>",
                "<script>var days = function() {}</script>"
            })
    void aScriptThatHoldsSomethingElseHoldsNoItems(String html) throws IOException {
        assertThat(extract("<h1>Hotel</h1>" + html)).isEqualTo(Extraction.NOTHING);
    }

    @Test
    void depthIsBounded() throws IOException {
        String deep = "[".repeat(200_000);

        assertThat(extract("<h1>Hotel</h1><script>var days = " + deep + "</script>"))
                .isEqualTo(Extraction.NOTHING);
    }

    private Extraction extract(String html) throws IOException {
        return TravelPages.extract(folder, FILE, html);
    }
}
