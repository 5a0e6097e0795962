package smarttravel.ingest.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.events.Kind;
import smarttravel.ingest.offers.ExtractedOffer;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageReading;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderFileReader;
import smarttravel.ingest.providers.ProviderStrategy;
import smarttravel.ingest.providers.ProviderStrategyFactory;
import smarttravel.ingest.providers.SearchCriteria;

class SchemaOrgStrategyTest {
    private static final String OFFER = """
            <script type="application/ld+json">
            {"@type": "Product", "name": "Faro", "offers": {"price": "80"}}
            </script>
            """;

    @TempDir
    private Path folder;

    @Test
    void aCrawlOfEverythingLeavesOutPagesThatWantCriteria() throws IOException {
        assertThat(strategy().begin(SearchCriteria.EVERYTHING))
                .containsExactly(PageRequest.of(URI.create("https://faro.example/all"), PageRole.LISTING));
    }

    @Test
    void criteriaFillTheAddressesThatAskForThem() throws IOException {
        SearchCriteria criteria = new SearchCriteria(
                Optional.of(Kind.HOTEL),
                Optional.empty(),
                Optional.of("L S/1"),
                Optional.of(LocalDate.of(2027, 1, 15)),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());

        assertThat(strategy().begin(criteria))
                .containsExactly(
                        PageRequest.of(URI.create("https://faro.example/all"), PageRole.LISTING),
                        new PageRequest(
                                URI.create("https://faro.example/to/L%20S%2F1?from=2027-01-15"),
                                PageRole.LISTING,
                                Map.of("destination", "L S/1", "departureFrom", "2027-01-15")));
    }

    @Test
    void aProviderOfAnotherKindIsNotAsked() throws IOException {
        SearchCriteria flights = new SearchCriteria(
                Optional.of(Kind.FLIGHT),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());

        assertThat(strategy().begin(flights)).isEmpty();
    }

    @Test
    void offersAreCompletedByTheProvidersFileAndTheSearch() throws IOException {
        PageReading reading = read(OFFER, Map.of("destination", "LIS"));

        assertThat(reading.signature()).isEqualTo(Signature.RECOGNISED);
        ExtractedOffer offer = reading.extraction().offers().get(0);
        assertThat(offer.text(OfferField.CURRENCY)).isEqualTo("EUR");
        assertThat(offer.text(OfferField.KIND)).isEqualTo("HOTEL");
        assertThat(offer.text(OfferField.BASIS)).isEqualTo("TOTAL");
        assertThat(offer.origin(OfferField.BASIS)).isEqualTo("provider file");
        assertThat(offer.text(OfferField.DESTINATION)).isEqualTo("LIS");
        assertThat(offer.origin(OfferField.DESTINATION)).isEqualTo("search");
    }

    @Test
    void theNextPageIsFollowedOnTheProvidersOwnSiteOnly() throws IOException {
        Map<String, String> context = Map.of("destination", "LIS");

        assertThat(read(OFFER + "<a rel='nofollow Next' href='?page=2'>more</a>", context)
                        .follow())
                .containsExactly(
                        new PageRequest(URI.create("https://faro.example/all?page=2"), PageRole.LISTING, context));
        assertThat(read("<link rel=next href='https://www.faro.example/2'>", context)
                        .follow())
                .hasSize(1);
        assertThat(read("<link rel=next href='https://other.example/2'>", context)
                        .follow())
                .isEmpty();
        assertThat(read("<link rel=next href='/all'>", context).follow()).isEmpty();
        assertThat(read("<link rel=next href='http://[bad'>", context).follow()).isEmpty();
    }

    @Test
    void aPageThatSaysNothingToMachinesIsNotRecognised() throws IOException {
        assertThat(read("<h1>Are you a robot?</h1>", Map.of()).signature()).isEqualTo(Signature.UNKNOWN);
    }

    @Test
    void aListOfNothingSaysThatItIsEmpty() throws IOException {
        String empty = "<div itemscope itemtype='http://schema.org/ItemList'><i itemprop=numberOfItems>0</i></div>";

        assertThat(read(empty, Map.of()).signature()).isEqualTo(Signature.SAYS_EMPTY);
    }

    @Test
    void anUnknownPlaceholderIsComplainedAboutAtOnce() {
        assertThatThrownBy(() -> new StartPage("https://faro.example/{where}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{where}")
                .hasMessageContaining("destination");
    }

    private PageReading read(String html, Map<String, String> context) throws IOException {
        URI address = URI.create("https://faro.example/all");
        return strategy().read(Page.ofText(address, html), new PageRequest(address, PageRole.LISTING, context));
    }

    private ProviderStrategy strategy() throws IOException {
        Path file = Files.writeString(folder.resolve("faro.yaml"), """
                id: faro
                strategy: schema-org
                hosts: [faro.example]
                start:
                  - https://faro.example/all
                  - https://faro.example/to/{destination}?from={departureFrom}
                kind: HOTEL
                currency: EUR
                locale: pt-PT
                constants: {basis: TOTAL}
                """);
        return ServiceLoader.load(ProviderStrategyFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(factory -> factory.name().equals("schema-org"))
                .findFirst()
                .orElseThrow()
                .create(ProviderFileReader.read(file));
    }
}
