package smarttravel.stack.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.events.Availability;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.providers.PageReading.Signature;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.stack.simulation.SimulatedMarket;

/** What ingestion's strategies read from the sites is what was planted, in every field that a page can show. */
class SitesShowTheMarketTest {
    private static final Logger LOG = LoggerFactory.getLogger(SitesShowTheMarketTest.class);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 18);
    private static final List<String> PROVIDERS = List.of("aero", "ola", "luna", "sol");
    private static final RecursiveComparisonConfiguration SAME_OFFER = RecursiveComparisonConfiguration.builder()
            .withIgnoredFields("url", "observedAt", "fetchId")
            .withComparatorForType(Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()), BigDecimal.class)
            .build();

    @TempDir
    static Path folder;

    private static final AtomicReference<LocalDate> TODAY = new AtomicReference<>(LAST_DAY);
    private static SimulatedMarket market;
    private static LocalDate day;
    private static ProviderSites sites;

    @BeforeAll
    static void open() throws Exception {
        market = SimulatedMarket.demo(7, LAST_DAY);
        day = market.firstDay()
                .datesUntil(LAST_DAY)
                .max(Comparator.comparingInt(SitesShowTheMarketTest::hardToRead))
                .orElseThrow();
        assertThat(hardToRead(day)).as("difficulties on " + day).isGreaterThanOrEqualTo(5);
        sites = ProviderSites.start(market, TODAY::get, Clock.systemUTC());
        sites.writeProviderFiles(folder);
    }

    @AfterAll
    static void close() {
        sites.close();
    }

    /** How many of these a day has: a site with something sold out, list prices, last seats, hotels without a rating. */
    private static int hardToRead(LocalDate someDay) {
        List<PriceObservation> shown = market.onSale(someDay);
        long soldOut = PROVIDERS.stream()
                .filter(provider -> shown.stream()
                        .anyMatch(offer ->
                                offer.provider().equals(provider) && offer.availability() == Availability.SOLD_OUT))
                .count();
        return (int) soldOut
                + (shown.stream().anyMatch(offer -> offer.listAmount() != null) ? 1 : 0)
                + (shown.stream().anyMatch(offer -> offer.seatsLeft() != null && offer.hotel() != null) ? 1 : 0)
                + (shown.stream().anyMatch(offer -> offer.rating() == null && offer.hotel() != null) ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aero", "ola", "luna", "sol"})
    void everyOfferIsReadAsItWasPlanted(String provider) throws Exception {
        // Given
        TODAY.set(day);
        List<PriceObservation> planted = planted(provider, day);
        assertThat(planted).hasSizeGreaterThan(20);

        // When
        WholeCrawl crawl = crawl(provider, SearchCriteria.EVERYTHING);

        // Then
        LOG.info(
                "{}: {} offers on {} pages",
                provider,
                planted.size(),
                crawl.signatures().size());
        assertThat(crawl.refused()).isEmpty();
        assertThat(crawl.signatures()).containsOnly(Signature.RECOGNISED);
        assertThat(crawl.observations())
                .usingRecursiveFieldByFieldElementComparator(SAME_OFFER)
                .containsExactlyInAnyOrderElementsOf(planted);
        assertThat(crawl.observations())
                .allSatisfy(seen -> assertThat(seen.url()).startsWith("http://127.0.0.1:"));
    }

    @Test
    void whatIsOnSaleIsWhatTheHistoryHolds() {
        Instant begin = Instant.parse(day + "T00:00:00Z");
        Instant end = Instant.parse(day.plusDays(1) + "T00:00:00Z");

        assertThat(market.onSale(day))
                .containsExactlyInAnyOrderElementsOf(market.observations()
                        .filter(seen -> !seen.observedAt().isBefore(begin)
                                && seen.observedAt().isBefore(end))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aero", "ola", "luna", "sol"})
    void theNextDayShowsTheNextDaysPrices(String provider) throws Exception {
        TODAY.set(day.plusDays(1));

        assertThat(crawl(provider, SearchCriteria.EVERYTHING).observations())
                .usingRecursiveFieldByFieldElementComparator(SAME_OFFER)
                .containsExactlyInAnyOrderElementsOf(planted(provider, day.plusDays(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aero:CUN", "aero:MAD", "ola:CUN", "luna:CUN", "sol:BRC"})
    void aSearchFindsWhatItAsksForAndNothingElse(String providerAndDestination) throws Exception {
        // Given
        TODAY.set(day);
        String[] names = providerAndDestination.split(":", -1);
        LocalDate from = day.plusDays(20);
        LocalDate to = day.plusDays(75);

        // When
        WholeCrawl crawl = crawl(names[0], criteria(names[1], from, to));

        // Then
        assertThat(crawl.observations())
                .isNotEmpty()
                .usingRecursiveFieldByFieldElementComparator(SAME_OFFER)
                .containsExactlyInAnyOrderElementsOf(planted(names[0], day).stream()
                        .filter(offer -> offer.destination().equals(names[1]))
                        .filter(offer -> !offer.departure().isBefore(from)
                                && !offer.departure().isAfter(to))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"aero", "ola", "luna", "sol"})
    void aSearchWithoutResultsSaysSo(String provider) throws Exception {
        TODAY.set(day);

        WholeCrawl crawl = crawl(provider, criteria("CUN", day.plusYears(3), day.plusYears(4)));

        assertThat(crawl.observations()).isEmpty();
        assertThat(crawl.signatures()).isNotEmpty().containsOnly(Signature.SAYS_EMPTY);
    }

    private static SearchCriteria criteria(String destination, LocalDate from, LocalDate to) {
        return new SearchCriteria(
                Optional.empty(),
                Optional.empty(),
                Optional.of(destination),
                Optional.of(from),
                Optional.of(to),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private static WholeCrawl crawl(String provider, SearchCriteria criteria) throws Exception {
        return WholeCrawl.of(folder.resolve(provider + ".yaml"), criteria);
    }

    private static List<PriceObservation> planted(String provider, LocalDate day) {
        return market.onSale(day).stream()
                .filter(offer -> offer.provider().equals(provider))
                .toList();
    }
}
