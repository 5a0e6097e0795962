package smarttravel.stack.crawling;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.stack.QuickStack;
import smarttravel.stack.Stack;
import smarttravel.stack.simulation.MarketSize;
import smarttravel.stack.simulation.SimulatedMarket;
import smarttravel.stack.sites.ProviderSite;
import smarttravel.stack.sites.ProviderSites;
import smarttravel.stack.sites.SiteMood;
import smarttravel.stack.sites.SiteQuirk;
import smarttravel.stack.testing.Published;
import smarttravel.stack.testing.Tables;

/** The whole way from web sites to tables and answers, on good days and on bad ones. */
class CrawledSitesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 7);
    private static final SimulatedMarket MARKET = SimulatedMarket.of(7, TODAY.minusDays(59), 60, MarketSize.DEMO);
    private static final int PROVIDERS = 4;
    /** What the providers' files say. */
    private static final Duration DELAY = Duration.ofMillis(20);

    private static final int CONCURRENCY = 4;

    private static ProviderSites sites;
    private static Stack stack;
    private static Tables tables;
    private static CrawlDesk desk;

    @BeforeAll
    static void crawlOnce(@TempDir Path folder) throws Exception {
        sites = ProviderSites.start(MARKET, () -> TODAY, Clock.systemUTC());
        stack = QuickStack.start(folder.resolve("stack"));
        tables = new Tables(stack.clickHouseReader());
        desk = new CrawlDesk(stack);
        Path files = sites.writeProviderFiles(folder.resolve("providers"));
        stack.crawl(files, Optional.empty(), 4, "https://tests.example/robot", Clock.systemUTC());
        stack.crawls().await(PROVIDERS, (read, pages) -> {});
        Published.awaitInTables(stack.kafka());
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
        if (sites != null) {
            sites.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aero", "ola", "luna", "sol"})
    void everyOfferOfTheSiteIsInTheTablesAtItsPrice(String provider) {
        List<String> stored = tables.lines("""
                SELECT offer_id, toString(amount) FROM travel.offers
                WHERE provider = '%s' AND availability = 'AVAILABLE'""".formatted(provider));

        assertThat(stored).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(plantedPrices(provider));
        assertThat(tables.number("SELECT count() FROM travel.rejected_observations"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aero", "ola", "luna", "sol"})
    void theSitesOwnLogKnowsNoImpoliteRequest(String provider) {
        // Given
        desk.awaitQuiet();
        ProviderSite site = sites.site(provider);
        site.log().clear();

        // When
        desk.crawl(provider);

        // Then
        var visits = site.log().visits();
        assertThat(site.log().forbidden()).isEmpty();
        assertThat(site.log().mostAtOnce()).isLessThanOrEqualTo(CONCURRENCY);
        assertThat(visits)
                .allSatisfy(visit -> assertThat(visit.userAgent())
                        .startsWith("SmartTravelBot/")
                        .contains("https://tests.example/robot"));
        assertThat(visits.stream()
                        .collect(toMap(visit -> visit.target() + " " + visit.status(), visit -> 1, Integer::sum)))
                .as("answers by page")
                .allSatisfy((page, times) -> assertThat(times).as(page).isEqualTo(1));
        Duration span = Duration.ofNanos(
                visits.get(visits.size() - 1).startNanos() - visits.get(0).startNanos());
        assertThat(span).isGreaterThanOrEqualTo(DELAY.multipliedBy(visits.size() - 2));
    }

    @Test
    void whatAsksToWaitIsNotAskedBefore() {
        desk.awaitQuiet();
        ProviderSite site = sites.site("sol");
        site.log().clear();
        site.become(SiteMood.CALM.refusing(3, 429, Duration.ofSeconds(1)));

        desk.crawl("sol");

        site.become(SiteMood.CALM);
        assertThat(site.log().waitsAfterRefusals().values())
                .isNotEmpty()
                .allSatisfy(waited -> assertThat(waited).isGreaterThanOrEqualTo(Duration.ofMillis(950)));
    }

    @ParameterizedTest
    @CsvSource({"luna, NEW_LAYOUT", "ola, THOUSANDFOLD_PRICES", "aero, CAPTCHA", "sol, NO_DEPARTURES"})
    void aSiteThatHasChangedIsQuarantinedWithinOneCrawlAndPublishesNoWrongPrice(String provider, SiteQuirk quirk) {
        // Given
        ProviderSite site = sites.site(provider);

        // When
        site.become(SiteMood.CALM.with(quirk));
        desk.crawl(provider);

        // Then
        JsonNode health = desk.health(provider);
        assertThat(health.path("state").asText()).isEqualTo("QUARANTINE");
        assertThat(desk.answer("/metrics")).contains("travel_quarantines_total{provider=\"" + provider + "\"");
        Published.awaitInTables(stack.kafka());
        assertThat(tables.lines("""
                        SELECT offer_id, toString(amount) FROM travel.price_observations
                        WHERE provider = '%s' AND amount IS NOT NULL""".formatted(provider))).isSubsetOf(plantedPrices(provider));

        // and a person may forget it
        site.become(SiteMood.CALM);
        desk.discard(provider);
        long before = observationsOf(provider);
        desk.crawl(provider);
        Published.awaitInTables(stack.kafka());
        assertThat(desk.health(provider).path("state").asText()).isEqualTo("OK");
        assertThat(observationsOf(provider)).isGreaterThan(before);
    }

    @Test
    void aLiveSearchAsksTheProvidersThatCanServeItAndTheNextOneIsAnsweredFromIt() {
        String question = "{\"destination\":\"BRC\",\"departureFrom\":\"2026-07-08\",\"departureTo\":\"2026-12-31\"}";

        JsonNode begun = desk.post("/api/v1/searches", question);
        String follow = "/api/v1/searches/" + begun.path("id").asText() + "?limit=200";
        Awaitility.await("the search is complete")
                .atMost(Duration.ofSeconds(30))
                .until(() -> desk.json(follow).at("/search/state").asText().equals("COMPLETE"));
        Published.awaitInTables(stack.kafka());

        JsonNode found = desk.json(follow);
        assertThat(found.at("/search/answeredFrom").asText()).isEqualTo("LIVE");
        long planted = MARKET.onSale(TODAY).stream()
                .filter(offer -> offer.destination().equals("BRC"))
                .filter(offer -> !offer.departure().isBefore(LocalDate.of(2026, 7, 8)))
                .filter(offer -> !offer.departure().isAfter(LocalDate.of(2026, 12, 31)))
                .count();
        assertThat(found.path("offers")).hasSize((int) planted);

        JsonNode again = desk.post("/api/v1/searches", question);
        assertThat(again.path("state").asText()).isEqualTo("COMPLETE");
        assertThat(again.path("answeredFrom").asText()).isEqualTo("LATEST_OBSERVATIONS");
    }

    private static long observationsOf(String provider) {
        return tables.number("SELECT count() FROM travel.price_observations WHERE provider = '" + provider + "'");
    }

    private static Set<String> plantedPrices(String provider) {
        return MARKET.onSale(TODAY).stream()
                .filter(offer -> offer.provider().equals(provider))
                .flatMap(offer -> Optional.ofNullable(offer.amount()).stream()
                        .map(amount -> offer.offerId() + "|"
                                + amount.stripTrailingZeros().toPlainString()))
                .collect(toSet());
    }
}
