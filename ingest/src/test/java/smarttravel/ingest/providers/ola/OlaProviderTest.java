package smarttravel.ingest.providers.ola;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderContract;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderPages;
import smarttravel.ingest.providers.ProviderStrategyFactory;
import smarttravel.ingest.providers.SearchCriteria;

class OlaProviderTest extends ProviderContract {
    private static final String PROGRAMME = "https://ola.example/programa/EZE-CUN-medusa-verde";

    @Override
    protected ProviderStrategyFactory factory() {
        return new OlaProviderFactory();
    }

    @Override
    protected ProviderFile provider() throws IOException {
        return yaml("id: ola\nstrategy: ola\nhosts: [ola.example]\nstart: ['https://ola.example/']\nlocale: es-AR\n");
    }

    @Override
    protected Sample sample() throws IOException {
        return Sample.of(PROGRAMME, PageRole.LISTING, ProviderPages.text("ola/programa"));
    }

    @Test
    void whoTravelsAloneIsNotServed() throws IOException {
        SearchCriteria alone = new SearchCriteria(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.of(1));

        assertThat(factory().create(provider()).begin(alone)).isEmpty();
    }

    @Test
    void aRowIsCompletedByWhatStandsAboveItAndPricedForADoubleRoom() throws IOException {
        PageReading reading = read(PROGRAMME, ProviderPages.text("ola/programa"));

        assertThat(reading.extraction().refused()).isEmpty();
        assertThat(reading.extraction().offers().get(0).texts())
                .containsEntry(OfferField.OFFER_ID, "o1")
                .containsEntry(OfferField.PRICE, "1345.00")
                .containsEntry(OfferField.LIST_PRICE, "1499.00")
                .containsEntry(OfferField.CURRENCY, "USD")
                .containsEntry(OfferField.BASIS, "PER_PERSON")
                .containsEntry(OfferField.DEPARTURE, "2027-01-16")
                .containsEntry(OfferField.NIGHTS, "7")
                .containsEntry(OfferField.BOARD, "AI")
                .containsEntry(OfferField.HOTEL, "Medusa Verde")
                .containsEntry(OfferField.STARS, "4.5")
                .containsEntry(OfferField.COUNTRY, "MX")
                .containsEntry(OfferField.REVIEW_COUNT, "1480")
                .containsEntry(OfferField.SEATS_LEFT, "4");
        assertThat(reading.extraction().offers().get(1).texts())
                .containsEntry(OfferField.AVAILABILITY, "SOLD_OUT")
                .doesNotContainKeys(OfferField.PRICE, OfferField.CURRENCY);
        assertThat(addresses(reading)).containsExactly(PROGRAMME + "?pagina=2");
    }

    @Test
    void theDoubleRoomIsFoundByItsHeadWhereverItsColumnStands() throws IOException {
        String page = ProviderPages.text("ola/programa")
                .replace("<th>Single</th><th>Base doble</th>", "<th>Base doble</th><th>Single</th>");

        assertThat(read(PROGRAMME, page).extraction().offers().get(0).text(OfferField.PRICE))
                .isEqualTo("1950.25");
    }

    @Test
    void withoutThatHeadNoPriceIsGuessed() throws IOException {
        String page = ProviderPages.text("ola/programa").replace("Base doble", "Base");

        PageReading reading = read(PROGRAMME, page);

        assertThat(reading.extraction().offers()).hasSize(1); // the one that is sold out
        assertThat(reading.extraction().refused())
                .hasSize(2)
                .extracting(RefusedOffer::reason)
                .containsOnly("no-amount");
    }

    @Test
    void programmesAndTheNextPageAreFollowedOnItsOwnSite() throws IOException {
        PageReading reading = read("https://ola.example/buscar", ProviderPages.text("ola/programas"));

        assertThat(reading.signature()).isEqualTo(Signature.RECOGNISED);
        assertThat(reading.extraction().offers()).isEmpty();
        assertThat(addresses(reading))
                .containsExactly(
                        PROGRAMME + "?fecha_desde=2027-01-01",
                        "https://ola.example/programa/EZE-GIG-tucan-quieto",
                        "https://ola.example/buscar?pagina=2");
    }

    private PageReading read(String address, String text) throws IOException {
        return ProviderPages.read(factory().create(provider()), address, text, Map.of());
    }

    private static List<String> addresses(PageReading reading) {
        return reading.follow().stream()
                .map(PageRequest::address)
                .map(Object::toString)
                .toList();
    }
}
