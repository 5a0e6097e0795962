package smarttravel.ingest.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;

/** What is proposed for pages of our own, each with something that misleads. */
class ProposalsTest {
    private static final URI ADDRESS = URI.create("https://www.viajes.com.ar/hoteles");
    private static final List<String> HOTELS = List.of(
            "Posada del Sol",
            "Gran Hotel Iguazú",
            "Cabañas del Lago",
            "Hostel Patagonia",
            "Villa de las Sierras",
            "Apart Centro Cívico");

    @Test
    void cardsWithInstalmentsTaxesAndPricesBeforeGiveTheirPriceAndPriceBefore() {
        Proposal proposal = propose(cards());

        assertThat(column(proposal, OfferField.NAME)).isEqualTo(HOTELS);
        assertThat(column(proposal, OfferField.PRICE))
                .containsExactly("100000", "113500", "127000", "140500", "154000", "167500");
        assertThat(column(proposal, OfferField.LIST_PRICE))
                .containsExactly("-", "136200", "-", "168600", "-", "201000");
        assertThat(column(proposal, OfferField.CURRENCY)).containsOnly("ARS");
        assertThat(column(proposal, OfferField.URL)).contains("https://www.viajes.com.ar/hotel/0");
    }

    @Test
    void aFilterThatRepeatsPricesIsNoListOfOffers() {
        String filter = "<div class='facets'><ul>"
                + rows(40, i -> "<li><label>$ %d.000 a $ %d.000 <i>(%d)</i></label></li>".formatted(i, i + 1, i))
                + "</ul></div>";

        Proposal proposal = propose(filter + cards());

        assertThat(column(proposal, OfferField.NAME)).isEqualTo(HOTELS);
    }

    @Test
    void rowsOfATableWithoutAnyClassAreOffers() {
        Proposal proposal = propose("<table><tr><th>Hotel<th>Noches<th>Precio</tr>"
                + rows(6, i -> "<tr><td>%s<td>%d<td>USD %d</tr>".formatted(HOTELS.get(i), 3 + i, 200 + 17 * i))
                + "</table>");

        assertThat(column(proposal, OfferField.NAME)).isEqualTo(HOTELS);
        assertThat(column(proposal, OfferField.PRICE)).containsExactly("200", "217", "234", "251", "268", "285");
    }

    @Test
    void aListInRowsOfThreeIsOneList() {
        IntFunction<String> card = i ->
                "<div class='css-%dx9z1'><a href='/h/%d'><p class='Card_title__3xQz%d'>%s</p></a><span>US$ %d</span></div>"
                        .formatted(i, i, i, HOTELS.get(i), 300 + i);

        Proposal proposal = propose(rows(
                2,
                r -> "<div class='flex'>" + card.apply(3 * r) + card.apply(3 * r + 1) + card.apply(3 * r + 2)
                        + "</div>"));

        assertThat(column(proposal, OfferField.NAME)).isEqualTo(HOTELS);
        assertThat(proposal.yaml()).doesNotContain("css-", "__3xQz");
    }

    @Test
    void ofTwoPricesMarkedUpAlikeTheLowerIsThePriceAndNoneIsThePriceBefore() {
        Proposal proposal = propose(rows(
                6,
                i -> "<article><h2>%s</h2><p class='amount'>€ %d,50</p><p class='amount'>€ %d,50</p></article>"
                        .formatted(HOTELS.get(i), 300 + i, 240 + i)));

        assertThat(column(proposal, OfferField.NAME)).isEqualTo(HOTELS);
        assertThat(column(proposal, OfferField.PRICE))
                .containsExactly("240.50", "241.50", "242.50", "243.50", "244.50", "245.50");
        assertThat(column(proposal, OfferField.LIST_PRICE)).containsOnly("-");
    }

    @Test
    void aNameInPartsIsWrittenAsThePageWritesItForMachines() {
        String markup = rows(6, i -> """
                <script type="application/ld+json">{"@context": "https://schema.org", "@type": "Product",
                "name": "%s - Suite", "url": "https://www.viajes.com.ar/h/%d",
                "offers": {"@type": "Offer", "price": %d, "priceCurrency": "ARS"}}</script>
                """.formatted(HOTELS.get(i), i, 300 + i));

        Proposal proposal = propose(markup
                + rows(
                        6,
                        i -> "<article><h2><a href='/h/%d'><b>%s</b> <i>Suite</i></a></h2><p>$ %d</p></article>"
                                .formatted(i, HOTELS.get(i), 300 + i)));

        assertThat(column(proposal, OfferField.NAME))
                .startsWith("Posada del Sol - Suite")
                .hasSize(6);
    }

    @Test
    void aPageWithoutPricesGetsNoProposalButAReason() {
        Proposal proposal =
                propose(rows(6, i -> "<article><h2>%s</h2><p>4,%d (120)</p></article>".formatted(HOTELS.get(i), i)));

        assertThat(proposal.isEmpty()).isTrue();
        assertThat(proposal.offers()).isEmpty();
        assertThat(proposal.why()).contains("one price only");
    }

    @Test
    void amountsInProseAreNoPrices() {
        Proposal proposal = propose(rows(
                6,
                i ->
                        "<article><h2>%s</h2><p>Una historia larga de un viaje en el que gastamos cerca de US$ %d en comida y en transporte por toda la provincia.</p></article>"
                                .formatted(HOTELS.get(i), 100 + i)));

        assertThat(proposal.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "en, https://trips.example/, $, USD",
        "es-AR, https://viajes.example/, $, ARS",
        "es, https://viajes.example.ec/, $, USD",
        "es, https://viajes.example/, $,",
        "es-ES, https://viajes.example/, $,",
        "es-MX, https://viajes.example/, pesos, MXN",
        "en, https://trips.example/, pesos,",
        "es, https://viajes.example/, pesos,"
    })
    void aCurrencyThatThePageDoesNotTellIsAskedForRatherThanGuessed(
            String language, String address, String sign, @Nullable String currency) {
        String list =
                rows(6, i -> "<article><h2>%s</h2><p>%d %s</p></article>".formatted(HOTELS.get(i), 300 + i, sign));
        String html = "<html lang='" + language + "'><body>" + list;

        Proposal proposal = Proposals.of(Page.ofText(URI.create(address), html));

        assertThat(column(proposal, OfferField.PRICE)).hasSize(6).contains("300");
        assertThat(column(proposal, OfferField.CURRENCY)).containsOnly(currency == null ? "-" : currency);
        assertThat(proposal.yaml())
                .contains(
                        currency == null
                                ? "\n# currency: which? the page says only \"" + sign + "\"\n"
                                : "\ncurrency: " + currency + "\n");
    }

    @Test
    void hugeAndDeepPagesAreBounded() {
        Proposal siblings =
                propose(rows(100_000, i -> "<div><a href='/%d'>Hotel %d</a> $ %d</div>".formatted(i, i, i)));
        Proposal nested = propose(rows(100_000, i -> "<div class='a%d'><b>Hotel</b> $ %d ".formatted(i, i)));

        assertThat(siblings.offers()).hasSizeBetween(1, 500);
        assertThat(nested.offers()).hasSizeLessThanOrEqualTo(500);
    }

    private static String cards() {
        return "<div id='results'>" + rows(6, ProposalsTest::card) + "</div>";
    }

    private static String card(int i) {
        int price = 100_000 + 13_500 * i;
        String before = i % 2 == 0 ? "" : "<span class='crossed'>antes $ " + pesos(price * 12 / 10) + "</span>";
        return """
                <div class="result card"><a href="/hotel/%1$d"><img src="x.jpg" alt=""></a>
                <h3 class="card-title"><a href="/hotel/%1$d">%2$s</a></h3>
                <p class="desc">Excelente ubicación en el centro de la ciudad, con desayuno y wifi en todo el hotel</p>
                %3$s<div class="amount"><small>$</small><b>%4$s</b></div>
                <div>12 cuotas de $ %5$s</div><div>+ $ %6$s impuestos</div></div>
                """.formatted(i, HOTELS.get(i), before, pesos(price), pesos(price / 12), pesos(price / 5));
    }

    private static String pesos(int amount) {
        return "%d.%03d".formatted(amount / 1000, amount % 1000);
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining());
    }

    private static Proposal propose(String body) {
        String frame = "<html lang='es-AR'><body><nav><ul><li><a href='/v'>Vuelos</a></ul></nav>%s"
                + "<footer>Envío gratis desde $ 50.000</footer>";
        return Proposals.of(Page.ofText(ADDRESS, frame.formatted(body)));
    }

    private static List<String> column(Proposal proposal, OfferField field) {
        return proposal.offers().stream().map(offer -> text(offer, field)).toList();
    }

    private static String text(ExtractedOffer offer, OfferField field) {
        String text = offer.text(field);
        return text == null ? "-" : text;
    }
}
