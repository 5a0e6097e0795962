package smarttravel.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.events.PriceObservation;
import smarttravel.stack.simulation.MarketSize;
import smarttravel.stack.simulation.MarketTruth;
import smarttravel.stack.simulation.NaiveDropOracle;
import smarttravel.stack.simulation.NaiveDropOracle.Findings;
import smarttravel.stack.simulation.NaiveMoneyOracle;
import smarttravel.stack.simulation.NaivePatternOracle;
import smarttravel.stack.simulation.NaiveProviderQuality;
import smarttravel.stack.simulation.NaiveSeasonOracle;
import smarttravel.stack.simulation.NaiveSeasonOracle.Seasons;
import smarttravel.stack.simulation.SeasonTruth;
import smarttravel.stack.simulation.SimulatedMarket;
import smarttravel.stack.testing.Published;
import smarttravel.stack.testing.Tables;

/** The whole stack on a market of which the truth is known: what was planted is found, and nothing else. */
class SimulatedMarketStackTest {
    private static final double INDEX_POINTS = 3;
    private static final double ONE_PERCENT = 0.01;
    private static final int PARTS = 5;

    private static final SimulatedMarket MARKET =
            SimulatedMarket.of(7, LocalDate.of(2025, 5, 28), 540, MarketSize.SMALL);
    private static final MarketTruth TRUTH = MARKET.truth();
    private static final List<PriceObservation> OBSERVATIONS =
            MARKET.observations().toList();

    private static final NaiveMoneyOracle MONEY = NaiveMoneyOracle.ofPesos(TRUTH.pesosPerDollar());

    private static Stack stack;
    private static Tables tables;

    @BeforeAll
    static void publishTheMarket(@TempDir Path folder) {
        stack = QuickStack.start(folder);
        tables = new Tables(stack.clickHouseReader());
        Published.rates(MONEY.rates(), stack.kafka());
        Published.awaitInTables(stack.kafka());
        for (int part = 0; part < PARTS; part++) {
            // who is given time to speak in between gives advice whose week passes
            Published.observations(
                    OBSERVATIONS.subList(part * OBSERVATIONS.size() / PARTS, (part + 1) * OBSERVATIONS.size() / PARTS),
                    stack.kafka());
            Published.awaitInTables(stack.kafka());
        }
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void everyPlantedDropIsFoundAndNoOther() {
        assertThat(TRUTH.drops()).hasSizeGreaterThan(10);
        assertThat(Verdicts.inTables(tables).drops().stream()
                        .map(drop -> drop.substring(0, drop.lastIndexOf(' ')))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(TRUTH.drops().stream()
                        .map(planted -> Verdicts.drop(
                                planted.provider() + "/" + planted.offerId(),
                                planted.observedAt(),
                                planted.amount(),
                                planted.baseline()))
                        .toList());
    }

    @Test
    void everyWrongReadingIsQuarantinedAndNoOther() {
        assertThat(TRUTH.outliers()).isNotEmpty();
        assertThat(Verdicts.inTables(tables).quarantined())
                .containsExactlyInAnyOrderElementsOf(TRUTH.outliers().stream()
                        .map(planted -> planted.provider() + "/" + planted.offerId() + " " + planted.observedAt())
                        .toList());
    }

    @Test
    void everyVerdictIsTheNaiveOnes() {
        Findings naive = NaiveDropOracle.findings(OBSERVATIONS);

        assertThat(Verdicts.inTables(tables)).isEqualTo(Verdicts.of(naive));
    }

    @Test
    void everyWeekOfEveryMarketIsSplitAsTheNaiveOneIs() {
        Map<String, NaiveMoneyOracle.Week> naive = MONEY.weeks(OBSERVATIONS);
        List<String> found = tables.lines("""
                SELECT concat(market, ' ', toString(day)), operators_7d_percent, currency_7d_percent
                FROM travel.market_days WHERE operators_7d_percent IS NOT NULL""");

        assertThat(naive.values()).anyMatch(week -> week.currency() < -5 && week.operators() > 0);
        assertThat(found).hasSameSizeAs(naive.keySet()).allSatisfy(line -> {
            String[] cells = line.split("\\|", -1);
            NaiveMoneyOracle.Week week = Objects.requireNonNull(naive.get(cells[0]), line);
            assertThat(Double.parseDouble(cells[1])).isCloseTo(week.operators(), within(1e-6));
            assertThat(Double.parseDouble(cells[2])).isCloseTo(week.currency(), within(1e-6));
        });
    }

    @Test
    void everyProvidersDayIsTheNaiveOne() {
        List<PriceObservation> quarantined =
                NaiveDropOracle.findings(OBSERVATIONS).quarantined();
        List<PriceObservation> plausible = OBSERVATIONS.stream()
                .filter(seen -> !quarantined.contains(seen))
                .toList();
        LocalDate from = LocalDate.of(2025, 5, 28).plusDays(540 - 10);
        QualityEvidence quality = new QualityEvidence(tables);

        assertThat(quality.stored(
                        "'validity', 'completeness', 'freshness', 'honesty', 'stability'", "day >= '" + from + "'"))
                .anyMatch(line -> line.contains("honesty"))
                .anyMatch(line -> line.contains("stability"))
                .containsExactlyElementsOf(new NaiveProviderQuality(OBSERVATIONS, plausible).lines(from));
        assertThat(quality.stored("'competitiveness'", "1"))
                .isNotEmpty()
                .containsExactlyElementsOf(quality.competing());
    }

    @Test
    void everyPatternIsTheNaiveOne() {
        List<String> naive = NaivePatternOracle.findings(OBSERVATIONS).patterns().stream()
                .map(found -> found.offer() + " " + found.pattern() + " " + found.startedAt() + " " + found.endedAt())
                .toList();

        assertThat(tables.lines("""
                        SELECT concat(provider, '/', offer_id), pattern, toUnixTimestamp64Milli(started_at),
                            toUnixTimestamp64Milli(ended_at)
                        FROM travel.price_patterns""").stream().map(SimulatedMarketStackTest::pattern))
                .hasSizeGreaterThan(20)
                .containsExactlyInAnyOrderElementsOf(naive);
    }

    private static String pattern(String line) {
        String[] cells = line.split("\\|", -1);
        return cells[0] + " " + cells[1] + " " + StackEvidence.instant(cells[2]) + " "
                + StackEvidence.instant(cells[3]);
    }

    @Test
    void whatCameOfAdviceIsWhatALookByLookBuyerFinds() {
        NaiveAdviceOutcomes naive = new NaiveAdviceOutcomes(OBSERVATIONS);
        List<String> given = tables.lines("""
                SELECT concat(provider, '/', offer_id), toUnixTimestamp(asked_at), mode, if(mode = 'cautious', cautious, savings),
                    currency
                FROM travel.advice FINAL ARRAY JOIN ['cautious', 'savings'] AS mode""");
        Map<String, String> found = new HashMap<>();
        for (String line : tables.lines("""
                SELECT concat(provider, '/', offer_id), toUnixTimestamp(asked_at), mode, word, currency, waited, paid, cheapest
                FROM travel.advice_outcomes(from = '2025-01-01 00:00:00', until = '2030-01-01 00:00:00')""")) {
            String[] cells = line.split("\\|", -1);
            found.put(
                    String.join("|", cells[0], cells[1], cells[2], cells[3], cells[4]),
                    cells[5] + " " + cells[6] + " " + cells[7]);
        }
        for (String line : given) {
            String[] cells = line.split("\\|", -1);
            naive.said(cells[0], Instant.ofEpochSecond(Long.parseLong(cells[1])), cells[2], cells[3]);
        }

        assertThat(found).hasSizeGreaterThan(100);
        assertThat(found.keySet()).filteredOn(line -> line.contains("|WAIT|")).isNotEmpty();
        for (String line : given) {
            String[] cells = line.split("\\|", -1);
            List<Double> expected =
                    naive.outcome(cells[0], Instant.ofEpochSecond(Long.parseLong(cells[1])), cells[2], cells[4]);
            @Nullable String outcome = found.remove(line);
            if (expected.isEmpty()) {
                assertThat(outcome).as(line).isNull();
            } else {
                assertThat(Arrays.stream(String.valueOf(outcome).split(" ", -1)).map(Double::valueOf))
                        .as(line)
                        .containsExactlyElementsOf(expected);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void windowsOfAdviceThatAdjoinTellWhatOneWindowTells() {
        List<String> ends = new ArrayList<>(tables.lines("""
                SELECT DISTINCT concat(toString(toStartOfInterval(asked_at, INTERVAL 2 MONTH)), ' 00:00:00') AS start
                FROM travel.advice ORDER BY start"""));
        ends.add("2030-01-01 00:00:00");
        List<String> whole = outcomes(ends.get(0), ends.get(ends.size() - 1));
        List<String> parts = new ArrayList<>();
        for (int part = 1; part < ends.size(); part++) {
            parts.addAll(outcomes(ends.get(part - 1), ends.get(part)));
        }

        assertThat(ends).hasSizeGreaterThan(5);
        assertThat(parts).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(tables.number(
                        "SELECT sum(scored + insufficient) FROM travel.advice_scores(from = '%s', until = '%s')"
                                .formatted(ends.get(0), ends.get(ends.size() - 1))))
                .isEqualTo(whole.size());
    }

    private static List<String> outcomes(String from, String until) {
        return tables.lines("SELECT * FROM travel.advice_outcomes(from = '%s', until = '%s')".formatted(from, until));
    }

    @Test
    void seasonsOfDepartedMonthsAreThePlantedOnes() {
        Map<String, Double> found = indexes("""
                SELECT concat(market, ' ', substring(toString(departure_month), 1, 7)), idx
                FROM travel.seasonal_levels WHERE status = 'ok'""");

        assertThat(usdMarkets())
                .isNotEmpty()
                .allSatisfy(truth -> assertThat(truth.months())
                        .filteredOn(SeasonTruth.MonthTruth::departed)
                        .hasSizeGreaterThan(12)
                        .allSatisfy(month -> assertThat(found.get(truth.market() + " " + month.month()))
                                .as("%s %s", truth.market(), month)
                                .isCloseTo(month.expectedIndex(), within(INDEX_POINTS))));
    }

    @Test
    void bookingCurvesAreThePlantedOnes() {
        Map<String, Double> found = indexes(
                "SELECT concat(market, ' ', toString(lead_bucket)), idx FROM travel.booking_curve WHERE status = 'ok'");

        assertThat(usdMarkets())
                .allSatisfy(truth -> assertThat(truth.curve())
                        .hasSizeGreaterThan(4)
                        .allSatisfy(lead -> assertThat(found.get(truth.market() + " " + lead.leadBucket()))
                                .as("%s %s", truth.market(), lead)
                                .isCloseTo(lead.expectedIndex(), within(INDEX_POINTS))));
    }

    @Test
    void levelsAndCalendarAreTheNaiveOnes() {
        SortedMap<String, Seasons> naive = NaiveSeasonOracle.seasons(OBSERVATIONS, MONEY::dollars);
        Map<String, Double> levels = indexes("""
                SELECT concat(market, ' ', substring(toString(departure_month), 1, 7)), level
                FROM travel.seasonal_levels WHERE level > 0""");
        Map<String, Double> calendar =
                indexes("SELECT concat(market, ' ', toString(calendar_month)), idx FROM travel.seasonal_index");
        List<String> statuses = tables.lines(
                "SELECT DISTINCT market, coverage, cycles, status FROM travel.seasonal_index ORDER BY market");

        assertThat(naive).isNotEmpty().allSatisfy((market, seasons) -> {
            seasons.months().forEach((month, level) -> {
                if (level.level() != null) {
                    near(levels.remove(market + " " + month), level.level());
                }
            });
            seasons.calendarIndex().forEach((month, index) -> near(calendar.remove(market + " " + month), index));
        });
        assertThat(levels).isEmpty();
        assertThat(calendar).isEmpty();
        assertThat(statuses)
                .containsExactlyElementsOf(naive.entrySet().stream()
                        .map(market -> String.join(
                                "|",
                                market.getKey(),
                                String.valueOf(market.getValue().coverage()),
                                String.valueOf(market.getValue().cycles()),
                                market.getValue().status()))
                        .toList());
    }

    private static List<SeasonTruth> usdMarkets() {
        return TRUTH.seasons().values().stream()
                .filter(truth -> truth.currency().equals("USD"))
                .toList();
    }

    private static Map<String, Double> indexes(String query) {
        Map<String, Double> indexes = new HashMap<>();
        for (String line : tables.lines(query)) {
            int cell = line.lastIndexOf('|');
            indexes.put(line.substring(0, cell), Double.valueOf(line.substring(cell + 1)));
        }
        return indexes;
    }

    private static void near(@Nullable Double found, Double expected) {
        assertThat(Objects.requireNonNull(found)).isCloseTo(expected, within(expected * ONE_PERCENT));
    }
}
