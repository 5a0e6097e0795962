package smarttravel.ingest.structured;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.ingest.offers.Extraction;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.prices.PriceHint;

/** Pages made to break a reader: each is read within bounded time and memory, and never throws. */
class HostileMarkupTest {
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999",
                "1e-999999",
                "-5",
                "−5",
                "NaN",
                "0x10",
                "1,234.567,89",
                "",
                "free",
                "12.500",
                "1e99",
                "1e-99",
                "99999999999999999999",
                "{price}",
                "1 2 3"
            })
    void aTextThatIsNoPlainAmountIsNoPriceByGuessing(String price) {
        Extraction extraction = script("{\"@type\":\"Product\",\"name\":\"X\",\"offers\":{\"price\":\"" + price
                + "\",\"priceCurrency\":\"EUR\"}}");

        assertThat(extraction.offers()).isEmpty();
        assertThat(extraction.refused()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999", "1e-999999", "123456789012345678901234567890"})
    void aNumberBeyondAllMoneyIsRefused(String number) {
        Extraction extraction = script("{\"@type\":\"Product\",\"name\":\"X\",\"offers\":{\"price\":" + number
                + ",\"priceCurrency\":\"EUR\"}}");

        assertThat(extraction.offers()).isEmpty();
        assertThat(extraction.refused()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234,56 EUR", "EUR\u00a01.234,56", "1.234,56\u202f€"})
    void pricesAsPeopleWriteThemAreRead(String price) {
        Extraction extraction = script("{\"@type\":\"Product\",\"name\":\"X\",\"offers\":{\"price\":\"" + price
                + "\",\"priceCurrency\":\"EUR\"}}");

        assertThat(extraction.offers()).singleElement().satisfies(offer -> {
            assertThat(offer.text(OfferField.PRICE)).isEqualTo("1234.56");
            assertThat(offer.text(OfferField.CURRENCY)).isEqualTo("EUR");
        });
    }

    @Test
    void theLastOfTwoEqualKeysCounts() {
        Extraction extraction = script("{\"@type\":\"Product\",\"name\":\"A\",\"name\":\"B\",\"offers\":{\"price\":1},"
                + "\"offers\":{\"price\":2,\"priceCurrency\":\"EUR\"}}");

        assertThat(extraction.offers()).singleElement().satisfies(offer -> {
            assertThat(offer.text(OfferField.NAME)).isEqualTo("B");
            assertThat(offer.text(OfferField.PRICE)).isEqualTo("2");
        });
    }

    @Test
    void depthBeyondMeasureIsRefused() {
        Extraction arrays = script("[".repeat(100_000) + "]".repeat(100_000));
        Extraction objects = script("{\"offers\":".repeat(100_000) + "1" + "}".repeat(100_000));

        assertThat(arrays.refused()).hasSize(1);
        assertThat(objects.refused()).hasSize(1);
    }

    @Test
    void deepElementsOfEverySyntaxAreRead() {
        for (String start : new String[] {
            "<div itemscope itemprop='offers isSimilarTo' itemtype='http://schema.org/Offer'>",
            "<div property='offers' typeof='Offer' vocab='http://schema.org/' prefix='a: b'>",
            "<div itemprop='name'>",
            "<div rel='offers' about='#x' vocab='http://schema.org/'>"
        }) {
            assertThat(page("<div itemscope itemtype='http://schema.org/Product'>" + start.repeat(20_000) + "5 €"))
                    .isNotNull();
        }
    }

    @Test
    void aMillionAttributesAreRead() {
        String attributes = repeat(1_000_000, i -> " a" + i + "=b");

        assertThat(page("<div itemscope" + attributes + "></div>").offers()).isEmpty();
        assertThat(page(repeat(200_000, i -> "<p itemprop=x itemscope itemtype=a rel=b>")))
                .isNotNull();
    }

    @Test
    void referencesInCirclesEnd() {
        Extraction circle =
                page("<div id=a itemscope itemref='b a c' itemtype='http://schema.org/Product' itemprop=itemOffered>"
                        + "<b itemprop=name>Loop</b></div>"
                        + "<div id=b itemscope itemref='a b' itemtype='http://schema.org/Offer' itemprop=offers>"
                        + "<i itemprop=price>5</i><i itemprop=priceCurrency>EUR</i></div><div id=c><p id=d></p></div>");

        assertThat(circle.offers())
                .singleElement()
                .satisfies(offer -> assertThat(offer.text(OfferField.NAME)).isEqualTo("Loop"));
    }

    @Test
    void manyItemsThatReferToTheSameThousandsEnd() {
        String shared = "<div id=s>" + repeat(2_000, i -> "<i itemprop=name>n</i>") + "</div>";

        assertThat(page(shared
                        + repeat(20_000, i -> "<p itemscope itemref='s' itemtype='http://schema.org/Offer'></p>")))
                .isNotNull();
    }

    @Test
    void idsInCirclesEnd() {
        Extraction circle = script("{\"@graph\":["
                + "{\"@id\":\"#a\",\"@type\":\"Product\",\"name\":\"Loop\",\"offers\":{\"@id\":\"#b\"},\"isVariantOf\":{\"@id\":\"#a\"}},"
                + "{\"@id\":\"#b\",\"@type\":\"Offer\",\"price\":5,\"priceCurrency\":\"EUR\",\"itemOffered\":{\"@id\":\"#a\"},"
                + "\"offers\":{\"@id\":\"#c\"}},"
                + "{\"@id\":\"#c\",\"@type\":\"AggregateOffer\",\"offers\":[{\"@id\":\"#c\"},{\"@id\":\"#b\"}]},"
                + "{\"@id\":\"#c\",\"name\":{\"@id\":\"#c\"}}]}");

        assertThat(circle.offers())
                .singleElement()
                .satisfies(offer -> assertThat(offer.text(OfferField.NAME)).isEqualTo("Loop"));
    }

    @Test
    void aGraphOfAHundredThousandNodesIsRead() {
        String nodes = IntStream.range(0, 100_000)
                .mapToObj(i -> "{\"@type\":\"Product\",\"@id\":\"#" + i + "\",\"name\":\"n" + i % 7
                        + "\",\"offers\":{\"price\":" + i + ",\"priceCurrency\":\"EUR\"},\"isVariantOf\":{\"@id\":\"#"
                        + (i + 1) + "\"}}")
                .collect(Collectors.joining(","));

        assertThat(script("{\"@graph\":[" + nodes + "]}").offers()).hasSize(100_000);
    }

    @Test
    void manyOffersInOneElementFullOfPricesAreRead() {
        String offers = repeat(
                20_000,
                i -> "<p itemprop=offers itemscope itemtype='http://schema.org/Offer'><meta itemprop=price content=" + i
                        + "><meta itemprop=priceCurrency content=EUR></p> " + i + " € ");

        assertThat(page("<div itemscope itemtype='http://schema.org/Product'><b itemprop=name>Many</b>" + offers))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*", "<!--", "\"", "\\", "//", "<![CDATA[", ",", "{\"a\":\"\\", "&quot;", "[,", "\u0000"})
    void hopelessScriptsAreRefusedInLinearTime(String piece) {
        assertThat(script(piece.repeat(200_000)).offers()).isEmpty();
    }

    private static String repeat(int times, IntFunction<String> piece) {
        return IntStream.range(0, times).mapToObj(piece).collect(Collectors.joining());
    }

    private static Extraction script(String json) {
        return page("<script type='application/ld+json'>" + json + "</script>");
    }

    private static Extraction page(String html) {
        StructuredData structuredData = new StructuredData(PriceHint.of("EUR", Locale.GERMANY));
        return Assertions.assertTimeout(
                ENOUGH, () -> structuredData.extract(Page.ofText(URI.create("https://shop.example/"), html)));
    }
}
