package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import smarttravel.events.PriceObservation;
import smarttravel.stack.simulation.MarketSize;
import smarttravel.stack.simulation.NaiveDropOracle;
import smarttravel.stack.simulation.SimulatedMarket;
import smarttravel.stack.testing.Fare;
import smarttravel.stack.testing.SharedClickHouse;

/** Views that answer from history, on a restless simulated market, against the same computed by plain loops. */
@ExtendWith(SharedClickHouse.class)
class AnalyticsViewsTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 5, 28);
    private static final int DAYS = 200;

    private static List<PriceObservation> plausible = List.of();
    private static LoadedHistory history;

    @BeforeAll
    static void load() throws SQLException {
        List<PriceObservation> observed = SimulatedMarket.restless(7, FIRST_DAY, DAYS, MarketSize.SMALL)
                .observations()
                .toList();
        List<PriceObservation> quarantined = NaiveDropOracle.findings(observed).quarantined();
        plausible = observed.stream().filter(one -> !quarantined.contains(one)).toList();
        history = LoadedHistory.empty();
        history.observe(observed, quarantined);
    }

    @AfterAll
    static void close() throws SQLException {
        history.close();
    }

    @Test
    void anOffersMetricsAreThoseOfItsPlausiblePrices() throws SQLException {
        Set<String> found = new TreeSet<>(history.lines("""
                SELECT concat(provider, '/', offer_id), currency, observations, %s, stands
                FROM travel.offer_price_metrics WHERE provider != 'shop'""".formatted(figures())));

        assertThat(found).hasSizeGreaterThan(100).containsExactlyElementsOf(NaiveMetrics.ofOffers(plausible));
        assertThat(found).anyMatch(line -> line.endsWith("|low")).anyMatch(line -> line.endsWith("|high"));
        assertThat(found).anyMatch(line -> line.endsWith("|typical"));
    }

    @Test
    void aMarketsMetricsAreByLead() throws SQLException {
        Set<String> found = new TreeSet<>(history.lines("""
                SELECT market, lead_bucket, offers, observations, %s
                FROM travel.market_lead_metrics WHERE market NOT LIKE '%%TTT'""".formatted(figures())));

        assertThat(found).hasSizeGreaterThan(10).containsExactlyElementsOf(NaiveMetrics.ofMarkets(plausible));
    }

    @Test
    void anOfferStandsAmongItsMarketAtItsLead() throws SQLException {
        assertThat(history.lines("""
                SELECT DISTINCT stands FROM travel.offer_market_standing
                WHERE market NOT LIKE '%TTT' ORDER BY stands""")).contains("high", "low", "typical");
        assertThat(history.lines("""
                SELECT offer_id FROM travel.offer_market_standing
                WHERE (stands = 'low' AND (unit_usd > q1 OR unit_usd >= median))
                    OR (stands = 'high' AND (unit_usd < q3 OR unit_usd <= median))
                    OR (stands = 'typical' AND unit_usd != median AND (unit_usd <= q1 OR unit_usd >= q3))""")).isEmpty();
    }

    @Test
    void aQuestionForSomeOffersReadsTheirRangesOfHistoryAlone() throws SQLException {
        for (String question : List.of(
                "travel.offer_price_metrics WHERE (provider, offer_id) IN (('ola', 'a'), ('aero', 'b'))",
                "travel.offer_market_standing WHERE market = 'm' AND provider = 'ola' AND offer_id = 'a'")) {
            assertThat(history.lines("EXPLAIN indexes = 1 SELECT * FROM " + question))
                    .as(question)
                    .anyMatch(line -> line.contains("Condition") && line.contains("offer_id"));
        }
    }

    @Test
    void aLatePriceAndOneInAnotherCurrencyCountInNoMetrics() throws SQLException {
        for (int day = 1; day <= 7; day++) {
            String currency = day == 2 ? "EUR" : "USD";
            history.observe(List.of(seen("1", day, day == 2 ? "1" : "10" + day, currency)), List.of());
        }
        history.observeLate(seen("1", 5, 11, "1", "USD"));

        assertThat(history.lines("""
                SELECT currency, observations, toFloat64(minimum), median, toFloat64(amount), stands
                FROM travel.offer_price_metrics WHERE provider = 'shop' AND offer_id = '1'"""))
                .as("since it was quoted in EUR once")
                .containsExactly("USD|5|103.0|105.0|107.0|high");
    }

    @Test
    void aPriceThatNeverMovedIsTypicalUntilItFallsAndFourPricesAreInsufficient() throws SQLException {
        for (int day = 1; day <= 5; day++) {
            history.observe(List.of(seen("still", day, "100", "USD")), List.of());
            history.observe(List.of(seen("fallen", day, day == 5 ? "80" : "100", "USD")), List.of());
        }
        for (int day = 1; day <= 4; day++) {
            history.observe(List.of(seen("young", day, "10" + day, "USD")), List.of());
        }

        assertThat(history.lines("""
                SELECT offer_id, stands FROM travel.offer_price_metrics
                WHERE provider = 'shop' AND offer_id IN ('fallen', 'still', 'young')
                ORDER BY offer_id""")).containsExactly("fallen|low", "still|typical", "young|insufficient");
    }

    private static PriceObservation seen(String offer, int day, String amount, String currency) {
        return seen(offer, day, 10, amount, currency);
    }

    private static PriceObservation seen(String offer, int day, int hour, String amount, String currency) {
        return new Fare(offer, "TTT", LocalDate.of(2026, 9, 1))
                .seen(Instant.parse("2026-03-%02dT%02d:00:00Z".formatted(day, hour)), amount, currency);
    }

    private static String figures() {
        List<String> columns = new ArrayList<>();
        for (String figure : List.of("minimum", "q1", "median", "q3", "maximum")) {
            columns.add("toDecimalString(round(toFloat64(" + figure + "), 6), 2)");
        }
        return String.join(", ", columns);
    }
}
