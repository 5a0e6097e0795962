package smarttravel.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.events.Topics;
import smarttravel.ingest.feeds.ReplayReport;
import smarttravel.stack.testing.Money;
import smarttravel.stack.testing.Published;
import smarttravel.stack.testing.SharedFiles;
import smarttravel.stack.testing.Tables;
import smarttravel.stack.testing.Topic;

/** The whole stack on real fares, against what other programs, in another language, found in them. */
class RealFlightsTest {
    private static final Logger LOG = LoggerFactory.getLogger(RealFlightsTest.class);
    private static final double ONE_PERCENT = 0.01;
    private static final double ROUNDING = 1e-9;

    private static Path file;
    private static Stack stack;
    private static Tables tables;
    private static ReplayReport report;

    @BeforeAll
    static void replayIntoAFreshStack(@TempDir Path folder) throws Exception {
        file = SharedFiles.require("data/google-flights-2026/observations.csv.gz");
        stack = Stack.start(StackConfig.embedded(folder, 0), System.getenv(), Clock.systemUTC(), LOG::info);
        tables = new Tables(stack.clickHouseReader());
        report = replay();
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    private static ReplayReport replay() throws Exception {
        ReplayReport replayed =
                Published.feed(file, SharedFiles.ofProject("examples/mappings/google-flights.yaml"), stack.kafka());
        Published.awaitInTables(stack.kafka());
        return replayed;
    }

    @Test
    void everyFareIsAccepted() {
        assertThat(report.accepted()).isEqualTo(544_196);
        assertThat(report.rejected()).isZero();
        assertThat(tables.number("SELECT count() FROM travel.price_observations"))
                .isEqualTo(544_196);
        assertThat(tables.number("SELECT count() FROM travel.offers")).isEqualTo(38_896);
        assertThat(tables.number("SELECT count() FROM travel.rejected_observations"))
                .isZero();
    }

    @Test
    void theDropsAreExactlyTheKnownOnes() {
        // Given
        List<String> known =
                SharedFiles.packedLines(SharedFiles.require("expected/google-flights-drops.csv.gz")).stream()
                        .filter(line -> line.contains("|"))
                        .map(RealFlightsTest::knownDrop)
                        .toList();

        // When
        List<String> found =
                tables.lines("""
                        SELECT origin, destination, departure, toUnixTimestamp64Milli(observed_at), amount, baseline, new_low
                        FROM travel.price_drops""").stream().map(RealFlightsTest::foundDrop).toList();

        // Then
        assertThat(found).hasSize(8_481);
        assertThat(firstDifferences(known, found)).isEmpty();
        assertThat(tables.number("SELECT countIf(quarantined) FROM travel.price_observations"))
                .isEqualTo(148);
    }

    @Test
    void levelsAndBookingCurvesAreTheKnownOnes() {
        // Given
        List<String> known = SharedFiles.packedLines(SharedFiles.require("expected/google-flights-trends.csv.gz"));
        Set<String> marketsWithALevel =
                known.stream().map(line -> line.substring(0, line.indexOf('|'))).collect(Collectors.toSet());

        // When
        Map<String, String> found = figures();
        found.keySet().removeIf(place -> !marketsWithALevel.contains(place.substring(0, place.indexOf('|'))));

        // Then
        assertThat(found).hasSameSizeAs(known);
        assertThat(known).allSatisfy(line -> agrees(line, found));
    }

    @Test
    void everyDayOfEveryMarketIsWhatThePricesOfTheFileSay() {
        // Given
        Map<String, MarketDay> expected = MarketDay.ofFile(
                SharedFiles.packedLines(file),
                SharedFiles.packedLines(SharedFiles.require("expected/google-flights-drops.csv.gz")));

        // When
        List<String> found = tables.lines("""
                SELECT market, day, offers, minimum, p25, median, p75, change_7d_percent, dropped_share
                FROM travel.market_days""");

        // Then
        assertThat(expected.values().stream().mapToInt(MarketDay::offers).sum()).isEqualTo(544_196);
        assertThat(found).hasSameSizeAs(expected.keySet()).allSatisfy(line -> {
            String[] cells = line.split("\\|", -1);
            MarketDay day = Objects.requireNonNull(expected.get(cells[0] + " " + cells[1]), line);
            double[] figures = Arrays.stream(cells, 2, cells.length)
                    .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                    .toArray();
            assertThat(figures).as(line).containsExactly(day.figures(), within(ROUNDING));
        });
    }

    @Test
    void everyProvidersDayIsWhatPlainSqlFindsInTheHistory() {
        QualityEvidence quality = new QualityEvidence(tables);

        assertThat(quality.stored("'validity'", "1"))
                .hasSizeGreaterThan(10)
                .containsExactlyElementsOf(quality.accepted());
        assertThat(quality.stored("'freshness'", "1")).containsExactlyElementsOf(quality.fresh());
        assertThat(quality.stored("'stability'", "1"))
                .hasSizeGreaterThan(10)
                .containsExactlyElementsOf(quality.stable());
        assertThat(quality.stored("'honesty'", "1"))
                .as("fares have no list prices")
                .isEmpty();
        assertThat(quality.stored("'competitiveness'", "1")).containsExactlyElementsOf(quality.competing());
    }

    @Test
    void everyOffersPriceRiskIsThatOfItsLastPricesBeforeItDeparted() {
        assertThat(tables.number("SELECT countIf(isNotNull(price_risk)) FROM travel.offer_quality"))
                .isGreaterThan(10_000);
        assertThat(tables.number("SELECT count() FROM travel.offer_quality")).isEqualTo(38_896);
        assertThat(tables.lines("""
                SELECT offer_id, prices, price_risk, risk
                FROM travel.offer_quality AS found
                INNER JOIN
                (
                    SELECT provider, offer_id,
                        arraySlice(groupArray(toFloat64(assumeNotNull(amount))), -20) AS last,
                        arrayReduce('quantileExactInclusive(0.25)', last) AS q1,
                        arrayReduce('quantileExactInclusive(0.5)', last) AS median,
                        arrayReduce('quantileExactInclusive(0.75)', last) AS q3,
                        if(length(last) < 5, -1, 100 * (1 - least(1, (q3 - q1) / median / 0.5))) AS risk
                    FROM
                    (
                        SELECT provider, offer_id, amount FROM travel.price_observations
                        WHERE NOT quarantined AND departure >= toDate(observed_at)
                        ORDER BY provider, offer_id, observed_at
                    )
                    GROUP BY provider, offer_id
                ) AS naive USING (provider, offer_id)
                WHERE abs(ifNull(price_risk, -1) - risk) > 1e-9 OR prices != length(last)
                LIMIT 5""")).isEmpty();
    }

    @Test
    void theSameFaresOnceMoreChangeNothing() throws Exception {
        // Given
        TreeMap<String, String> before = tables.fingerprints();
        Set<String> dropsBefore = dropIdsOnTheTopic();

        // When
        ReplayReport again = replay();

        // Then
        assertThat(again.accepted()).isEqualTo(544_196);
        assertThat(tables.fingerprints()).isEqualTo(before);
        assertThat(tables.tablesWithAKeyTwice()).isEmpty();
        assertThat(dropIdsOnTheTopic()).isEqualTo(dropsBefore).hasSize(8_481);
    }

    private static Set<String> dropIdsOnTheTopic() {
        return new Topic(stack.kafka(), Topics.PRICE_DROPS)
                .records().stream()
                        .map(message -> StackEvidence.dropId(message.value()))
                        .collect(Collectors.toSet());
    }

    private static String knownDrop(String line) {
        String[] cells = line.split("\\|", -1);
        return String.join(
                "|", cells[0], cells[1], cells[2], cells[3], Money.text(cells[4]), Money.text(cells[5]), cells[6]);
    }

    private static String foundDrop(String line) {
        String[] cells = line.split("\\|", -1);
        return String.join(
                "|",
                cells[0],
                cells[1],
                cells[2],
                StackEvidence.instant(cells[3]),
                Money.text(cells[4]),
                Money.text(cells[5]),
                cells[6].equals("true") ? "1" : "0");
    }

    private static List<String> firstDifferences(List<String> known, List<String> found) {
        Set<String> missing = new TreeSet<>(known);
        found.forEach(missing::remove);
        Set<String> invented = new TreeSet<>(found);
        known.forEach(invented::remove);
        return Stream.concat(
                        missing.stream().map(line -> "missing " + line),
                        invented.stream().map(line -> "invented " + line))
                .limit(20)
                .toList();
    }

    /** By "AKL-JFK|2026-08" or "AKL-JFK|lead>=7": offers, level, index, status. */
    private static Map<String, String> figures() {
        Map<String, String> figures = new HashMap<>();
        tables.lines("""
                SELECT concat(replaceAll(substring(market, 8), '/', '-'), '|', substring(toString(departure_month), 1, 7)) AS place,
                       offers, level, idx, status
                FROM travel.seasonal_levels
                UNION ALL
                SELECT concat(replaceAll(substring(market, 8), '/', '-'), '|lead>=', toString(lead_bucket)) AS place,
                       offers, NULL AS level, idx, status
                FROM travel.booking_curve WHERE status = 'ok'""").forEach(line -> {
            String[] cells = line.split("\\|", 3);
            figures.put(cells[0] + "|" + cells[1], cells[2]);
        });
        return figures;
    }

    private static void agrees(String known, Map<String, String> found) {
        String[] cells = known.split("\\|", -1);
        String[] its = Objects.requireNonNull(found.get(cells[0] + "|" + cells[1]), known)
                .split("\\|", -1);
        assertThat(its[0]).as(known).isEqualTo(cells[2]);
        if (cells[4].equals("insufficient")) {
            assertThat(its).as(known).containsExactly(cells[2], "", "", "insufficient");
        } else {
            assertThat(its[3]).as(known).isEqualTo("ok");
            near(known, its[2], cells[4]);
        }
        if (!cells[3].isEmpty() && !cells[3].equals("None")) {
            near(known, its[1], cells[3]);
        }
    }

    private static void near(String known, String found, String expected) {
        double value = Double.parseDouble(expected);
        assertThat(Double.parseDouble(found)).as(known).isCloseTo(value, within(value * ONE_PERCENT));
    }
}
