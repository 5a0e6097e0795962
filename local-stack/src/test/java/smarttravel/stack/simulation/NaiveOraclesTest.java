package smarttravel.stack.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import smarttravel.events.PriceObservation;
import smarttravel.stack.simulation.NaiveDropOracle.Findings;
import smarttravel.stack.simulation.NaiveDropOracle.OracleDrop;
import smarttravel.stack.simulation.NaiveSeasonOracle.CurvePoint;
import smarttravel.stack.simulation.NaiveSeasonOracle.Seasons;

/** The naive oracles against what another program, in another language, found in real fares. */
class NaiveOraclesTest {

    @Test
    void realFaresHaveExactlyTheKnownDrops() {
        // Given
        List<String> known = GoogleFlights.expected("google-flights-drops.csv.gz").stream()
                .filter(line -> line.contains("|"))
                .map(NaiveOraclesTest::knownDrop)
                .toList();

        // When
        Findings findings = NaiveDropOracle.findings(GoogleFlights.observations());

        // Then
        assertThat(findings.drops())
                .hasSize(8_481)
                .filteredOn(OracleDrop::newLow)
                .hasSize(6_103);
        assertThat(findings.drops().stream().map(NaiveOraclesTest::text).toList())
                .containsExactlyInAnyOrderElementsOf(known);
        assertThat(findings.quarantined()).hasSize(148);
    }

    @Test
    void realFaresHaveTheKnownLevelsAndBookingCurves() {
        // Given
        List<String> known = GoogleFlights.expected("google-flights-trends.csv.gz");
        List<PriceObservation> fares = GoogleFlights.observations();

        // When
        Map<String, CurvePoint> figures = figures(NaiveSeasonOracle.seasons(fares));

        // Then
        assertThat(known).hasSizeGreaterThan(1_000).allSatisfy(line -> agrees(line, figures));
    }

    private static String knownDrop(String line) {
        List<String> cells = List.of(line.split("\\|"));
        return String.join(
                "|",
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                plain(new BigDecimal(cells.get(4))),
                plain(new BigDecimal(cells.get(5))),
                cells.get(6));
    }

    private static String text(OracleDrop drop) {
        return drop.offerId() + "|" + drop.observedAt() + "|" + plain(drop.amount()) + "|" + plain(drop.baseline())
                + "|" + (drop.newLow() ? 1 : 0);
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private static Map<String, CurvePoint> figures(SortedMap<String, Seasons> seasons) {
        Map<String, CurvePoint> figures = new HashMap<>();
        seasons.forEach((market, its) -> {
            String route = market.substring("FLIGHT/".length()).replace('/', '-');
            its.months()
                    .forEach((month, level) ->
                            figures.put(route + "|" + month, new CurvePoint(level.offers(), level.index())));
            its.curve().forEach((bucket, point) -> figures.put(route + "|lead>=" + bucket, point));
        });
        return figures;
    }

    private static void agrees(String known, Map<String, CurvePoint> figures) {
        List<String> cells = List.of(known.split("\\|", -1));
        CurvePoint found = Objects.requireNonNull(figures.get(cells.get(0) + "|" + cells.get(1)));
        assertThat(found.offers()).isEqualTo(Integer.parseInt(cells.get(2)));
        if (cells.get(4).equals("insufficient")) {
            assertThat(found.index()).isNull();
        } else {
            assertThat(found.index()).isCloseTo(Double.parseDouble(cells.get(4)), within(0.006));
        }
    }
}
