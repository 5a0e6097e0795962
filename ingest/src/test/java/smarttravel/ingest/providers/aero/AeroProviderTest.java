package smarttravel.ingest.providers.aero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import smarttravel.events.Kind;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.offers.RefusedOffer;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderContract;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderPages;
import smarttravel.ingest.providers.ProviderStrategyFactory;
import smarttravel.ingest.providers.SearchCriteria;

class AeroProviderTest extends ProviderContract {
    private static final String PACKAGES = "https://aero.example/paquetes?pag=2";
    private static final String FARES = "https://aero.example/vuelos/EZE-MAD/2027-01";

    @Override
    protected ProviderStrategyFactory factory() {
        return new AeroProviderFactory();
    }

    @Override
    protected ProviderFile provider() throws IOException {
        return yaml(
                "id: aero\nstrategy: aero\nhosts: [aero.example]\nstart: ['https://aero.example/']\nlocale: es-AR\n");
    }

    @Override
    protected Sample sample() throws IOException {
        return Sample.of(PACKAGES, PageRole.LISTING, ProviderPages.text("aero/paquetes"));
    }

    @Test
    void aSearchAsksForPackagesAndFlightsThatFit() throws IOException {
        assertThat(begin(Optional.empty(), OptionalInt.empty()))
                .containsExactly(
                        "https://aero.example/paquetes?destino=MAD&desde=2027-01-10&hasta=2027-01-31",
                        "https://aero.example/vuelos?destino=MAD&desde=2027-01-10&hasta=2027-01-31");
        assertThat(begin(Optional.of(Kind.FLIGHT), OptionalInt.empty()))
                .singleElement()
                .asString()
                .contains("/vuelos?");
        assertThat(begin(Optional.empty(), OptionalInt.of(7)))
                .singleElement()
                .asString()
                .endsWith("&noches_min=7&noches_max=7");
    }

    @Test
    void aCardIsCompletedByTheScriptWhateverItsOrder() throws IOException {
        PageReading reading = read(PACKAGES, ProviderPages.text("aero/paquetes"), Map.of());

        ExtractedOffer offer = reading.extraction().offers().get(0);
        assertThat(offer.texts())
                .containsEntry(OfferField.OFFER_ID, "a1")
                .containsEntry(OfferField.PRICE, "2750.00")
                .containsEntry(OfferField.BASIS, "TOTAL")
                .containsEntry(OfferField.OCCUPANCY, "2")
                .containsEntry(OfferField.DEPARTURE, "2027-01-15")
                .containsEntry(OfferField.BOARD, "AI")
                .containsEntry(OfferField.STARS, "4.5")
                .containsEntry(OfferField.REVIEW_COUNT, "3214")
                .containsEntry(OfferField.SEATS_LEFT, "4")
                .containsEntry(OfferField.URL, "https://aero.example/paquete/a1");
        assertThat(reading.extraction().offers().get(1).texts())
                .containsEntry(OfferField.AVAILABILITY, "SOLD_OUT")
                .doesNotContainKeys(OfferField.PRICE, OfferField.CURRENCY);
        assertThat(addresses(reading)).containsExactly("https://aero.example/paquetes?pag=3");
    }

    @Test
    void withoutItsScriptAListingHasOffersWithoutDatesAndNoneIsUsed() throws IOException {
        String page = ProviderPages.text("aero/paquetes").replace("id=\"salidas\">[", "id=\"salidas\">{[");

        PageReading reading = read(PACKAGES, page, Map.of());

        assertThat(reading.extraction().offers()).isEmpty();
        assertThat(reading.extraction().refused())
                .hasSize(2)
                .extracting(RefusedOffer::reason)
                .containsOnly("missing-field");
    }

    @Test
    void aCalendarsColumnsAreDaysOfItsCaptionsYear() throws IOException {
        PageReading reading = read(FARES, ProviderPages.text("aero/calendario"), Map.of());

        assertThat(reading.extraction().offers())
                .extracting(
                        offer -> offer.text(OfferField.OFFER_ID),
                        offer -> offer.text(OfferField.DEPARTURE),
                        offer -> offer.text(OfferField.PRICE),
                        offer -> offer.text(OfferField.SEATS_LEFT),
                        offer -> offer.text(OfferField.AVAILABILITY))
                .containsExactly(
                        tuple("f13", "2027-01-13", "1180.00", "8", null),
                        tuple("f16", "2027-01-16", null, null, "SOLD_OUT"),
                        tuple("f20", "2027-01-20", "980.50", null, null));
    }

    @Test
    void onlyMonthsAndDaysThatAreWantedAreFollowedAndRead() throws IOException {
        Map<String, String> window = Map.of(AeroFares.FROM, "2027-01-14", AeroFares.TO, "2027-01-18");

        PageReading routes = read("https://aero.example/vuelos", ProviderPages.text("aero/rutas"), window);
        PageReading fares = read(FARES, ProviderPages.text("aero/calendario"), window);

        assertThat(addresses(routes)).containsExactly(FARES);
        assertThat(routes.follow().get(0).context()).isEqualTo(window);
        assertThat(fares.extraction().offers())
                .extracting(offer -> offer.text(OfferField.OFFER_ID))
                .containsExactly("f16");
    }

    private List<String> begin(Optional<Kind> kind, OptionalInt nights) throws IOException {
        SearchCriteria criteria = new SearchCriteria(
                kind,
                Optional.empty(),
                Optional.of("MAD"),
                Optional.of(LocalDate.of(2027, 1, 10)),
                Optional.of(LocalDate.of(2027, 1, 31)),
                nights,
                nights,
                OptionalInt.empty());
        return factory().create(provider()).begin(criteria).stream()
                .map(request -> request.address().toString())
                .toList();
    }

    private PageReading read(String address, String text, Map<String, String> context) throws IOException {
        return ProviderPages.read(factory().create(provider()), address, text, context);
    }

    private static List<String> addresses(PageReading reading) {
        return reading.follow().stream()
                .map(PageRequest::address)
                .map(Object::toString)
                .toList();
    }
}
