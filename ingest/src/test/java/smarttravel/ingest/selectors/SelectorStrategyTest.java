package smarttravel.ingest.selectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderContract;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderStrategyFactory;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.ingest.providers.observed.Observed;
import smarttravel.ingest.providers.observed.ObservedOffers;

/** What begins where, and where one page leads. */
class SelectorStrategyTest extends ProviderContract {
    private static final String WITH_DETAIL = TravelPages.FILE + """
              detail:
                link: a.ver
                signature: h1
                fields:
                  name: h1
                  price: .total
            """.indent(0);

    @Override
    protected ProviderStrategyFactory factory() {
        return new SelectorStrategyFactory();
    }

    @Override
    protected ProviderFile provider() throws IOException {
        return yaml(TravelPages.FILE);
    }

    @Override
    protected Sample sample() {
        return Sample.of(
                TravelPages.ADDRESS.toString(),
                PageRole.LISTING,
                TravelPages.listing(
                        TravelPages.card("Hotel Arena", "15 de enero de 2027", "$ 1.250.000"),
                        TravelPages.card("Hotel Brisa", "22/01/2027", "$ 980.500", "<s class=antes>$ 1.100.000</s>"),
                        TravelPages.card("Hotel Coral", "29 ene 2027", "", "<b class=estado>Agotado</b>")));
    }

    @Test
    void aSearchFillsItsAddressAndRemembersWhatItWasFor() throws IOException {
        assertThat(strategy(TravelPages.FILE).begin(departing(Optional.of(LocalDate.of(2027, 1, 5)))))
                .containsExactly(new PageRequest(
                        URI.create("https://www.viajes.example/paquetes/CUN?desde=05%2F01%2F2027"),
                        PageRole.LISTING,
                        Map.of("destination", "CUN")));
    }

    @Test
    void aSearchThatLacksWhatTheAddressAsksForBeginsAtTheStart() throws IOException {
        assertThat(strategy(TravelPages.FILE).begin(departing(Optional.empty())))
                .containsExactly(PageRequest.of(URI.create("https://www.viajes.example/paquetes"), PageRole.LISTING));
    }

    @Test
    void theNextPageIsFollowedInTheSameContext() throws IOException {
        PageRequest request = new PageRequest(TravelPages.ADDRESS, PageRole.LISTING, Map.of("destination", "CUN"));

        assertThat(strategy(TravelPages.FILE)
                        .read(TravelPages.page(sample().text()), request)
                        .follow())
                .containsExactly(new PageRequest(
                        URI.create("https://www.viajes.example/paquetes/cancun?pagina=2"),
                        PageRole.LISTING,
                        Map.of("destination", "CUN")));
    }

    @Test
    void noNextPageIsFollowedFromAPageWithoutItemsNorToAnotherSite() throws IOException {
        String elsewhere = sample().text().replace("?pagina=2", "https://other.example/?pagina=2");

        assertThat(read(TravelPages.FILE, TravelPages.listing()).follow()).isEmpty();
        assertThat(read(TravelPages.FILE, elsewhere).follow()).isEmpty();
    }

    @Test
    void whatTheContextSaysStandsInForWhatThePageDoesNot() throws IOException {
        String html = TravelPages.listing(TravelPages.card("Hotel Arena", "15/01/2027", "$ 1.250.000"))
                .replace("class=destino", "class=lugar");
        PageRequest request =
                new PageRequest(TravelPages.ADDRESS, PageRole.LISTING, Map.of("destination", "CUN", "price", "1"));

        PageReading reading = strategy(TravelPages.FILE).read(TravelPages.page(html), request);

        assertThat(reading.extraction().offers()).singleElement().satisfies(offer -> {
            assertThat(offer.text(OfferField.DESTINATION)).isEqualTo("CUN");
            assertThat(offer.origin(OfferField.DESTINATION)).isEqualTo("context destination");
            assertThat(offer.text(OfferField.PRICE)).isEqualTo("1250000");
        });
    }

    @Test
    void anItemWithAPageOfItsOwnIsReadThereWithWhatTheListingSaid() throws IOException {
        PageReading listing = read(
                WITH_DETAIL, TravelPages.listing(TravelPages.card("Hotel Arena", "15/01/2027", "desde $ 1.250.000")));

        assertThat(listing.extraction().offers()).isEmpty();
        PageRequest detail = listing.follow().get(0);
        assertThat(detail.role()).isEqualTo(PageRole.DETAIL);
        assertThat(detail.address()).hasToString("https://www.viajes.example/paquete/Hotel-Arena");

        PageReading reading = strategy(WITH_DETAIL)
                .read(TravelPages.page("<h1>Hotel Arena Plus</h1><p>Total <b class=total>$ 1.300.000</b></p>"), detail);
        assertThat(reading.signature()).isEqualTo(Signature.RECOGNISED);
        assertThat(reading.extraction().offers()).singleElement().satisfies(offer -> {
            assertThat(offer.text(OfferField.NAME)).isEqualTo("Hotel Arena Plus");
            assertThat(offer.text(OfferField.PRICE)).isEqualTo("1300000");
            assertThat(offer.text(OfferField.DEPARTURE)).isEqualTo("2027-01-15");
            assertThat(offer.text(OfferField.BOARD)).isEqualTo("AI");
        });
    }

    @Test
    void theListingsMoneyIsForgottenWhereTheDetailHasAPriceOfItsOwn() throws IOException {
        String card =
                TravelPages.card("Hotel Arena", "15/01/2027", "antes USD 1.299 ahora USD 999 + USD 45 de impuestos");
        PageRequest detail =
                read(WITH_DETAIL, TravelPages.listing(card)).follow().get(0);
        assertThat(detail.context())
                .containsEntry("departure", "2027-01-15")
                .doesNotContainKeys("price", "currency", "listPrice", "taxes");

        PageReading onRequest = strategy(WITH_DETAIL)
                .read(TravelPages.page("<h1>Hotel Arena</h1><b class=total>Consultar</b>"), detail);
        Observed observed = new ObservedOffers(yaml(WITH_DETAIL))
                .of(onRequest.extraction(), detail, Instant.parse("2026-12-01T10:00:00Z"), "fetch-1");
        assertThat(observed.accepted()).isEmpty();
        assertThat(observed.refused()).hasSize(1);
    }

    @Test
    void theListingsMoneyIsKnownWhereTheDetailHasNone() throws IOException {
        String file = WITH_DETAIL.replace("      price: .total\n", "");
        String card = TravelPages.card("Hotel Arena", "15/01/2027", "USD 999");

        assertThat(read(file, TravelPages.listing(card)).follow().get(0).context())
                .containsEntry("price", "999")
                .containsEntry("currency", "USD");
    }

    @Test
    void aDetailPageWithoutItsPriceIsNoOfferAtTheListingsPrice() throws IOException {
        PageRequest detail =
                new PageRequest(TravelPages.ADDRESS, PageRole.DETAIL, Map.of("price", "1250000", "currency", "ARS"));

        PageReading reading = strategy(WITH_DETAIL).read(TravelPages.page("<h1>Hotel Arena</h1><p>Pronto</p>"), detail);

        assertThat(reading.extraction().offers()).isEmpty();
        assertThat(reading.extraction().refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo("missing-price"));
    }

    @Test
    void aPageThatSaysItIsEmptyIsToldFromOneThatLooksDifferent() throws IOException {
        assertThat(read(TravelPages.FILE, "<main class=resultados>Búsqueda sin resultados</main>")
                        .signature())
                .isEqualTo(Signature.SAYS_EMPTY);
        assertThat(read(TravelPages.FILE, "<main class=resultados></main>").signature())
                .isEqualTo(Signature.RECOGNISED);
        assertThat(read(TravelPages.FILE, "<main class=results></main>").signature())
                .isEqualTo(Signature.UNKNOWN);
    }

    private PageReading read(String yaml, String html) throws IOException {
        return strategy(yaml).read(TravelPages.page(html), TravelPages.request());
    }

    private SelectorStrategy strategy(String yaml) throws IOException {
        return new SelectorStrategy(yaml(yaml));
    }

    private static SearchCriteria departing(Optional<LocalDate> from) {
        return new SearchCriteria(
                Optional.empty(),
                Optional.empty(),
                Optional.of("CUN"),
                from,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }
}
