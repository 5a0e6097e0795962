package smarttravel.jobs.comparables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import smarttravel.jobs.testing.DollarOffers;

class KeepComparablesTest {
    private static final String HOLIDAY = "PACKAGE/CUN/7/AI/2";
    private static final long TODAY = LocalDate.of(2026, 6, 1).toEpochDay();
    private static final long MILLIS_OF_A_DAY = 86_400_000;

    private OpenComparables operator;

    @BeforeEach
    void open() throws Exception {
        operator = new OpenComparables();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void aPriceMovesTheStandingOfItsComparables() throws Exception {
        see(offer("aero", "1", "Riu Áureo", TODAY + 30, 1000, 1, TODAY));
        see(offer("ola", "2", "RIU AUREO", TODAY + 31, 900, 1, TODAY));
        see(offer("sol", "3", "Plateado", TODAY + 30, 100, 1, TODAY));
        snapshot();
        see(offer("ola", "2", "RIU AUREO", TODAY + 31, 1100, 2, TODAY + 1));
        snapshot();

        assertThat(rows(operator.said()))
                .containsEntry("aero/1", "1 of 2, 3 seen")
                .containsEntry("ola/2", "2 of 2, 3 seen")
                .containsEntry("sol/3", "1 of 1, 1 seen");
        assertThat(operator.said()).hasSize(5);
    }

    @Test
    void theHotelThatWasStatedFirstStays() throws Exception {
        see(offer("aero", "1", "Riu Áureo", TODAY + 30, 1000, 1, TODAY));
        see(offer("aero", "1", "Something Else", TODAY + 30, 1000, 2, TODAY + 1));
        see(offer("ola", "2", "RIU AUREO", TODAY + 30, 900, 1, TODAY + 1));
        snapshot();

        assertThat(rows(operator.said())).containsEntry("aero/1", "2 of 2, 3 seen");
    }

    @Test
    void whatHasDepartedLeavesNoStateAndNoWord() throws Exception {
        long empty = snapshot().getStateSize();
        for (int i = 0; i < 50; i++) {
            see(offer("aero", "a" + i, "Áureo", TODAY, 900, 1, TODAY));
            see(offer("ola", "b" + i, "Áureo", TODAY + 1, 900, 1, TODAY));
        }
        long full = snapshot().getStateSize() - empty;
        int said = operator.said().size();

        see(offer("sol", "c", "Áureo", TODAY + 40, 900, 1, TODAY + 3));
        long left = snapshot().getStateSize() - empty;
        see(offer("ola", "b1", "Áureo", TODAY + 1, 900, 2, TODAY + 3));
        snapshot();

        assertThat(left).isLessThan(full / 20);
        assertThat(operator.said()).hasSize(said + 1);
    }

    @Test
    void yesterdaysDeparturesStayWhileTodaysAreComparedWithThem() throws Exception {
        see(offer("aero", "1", "Áureo", TODAY, 1000, 1, TODAY));
        snapshot();
        see(offer("ola", "2", "Aureo", TODAY + 1, 900, 1, TODAY + 1));
        snapshot();

        assertThat(rows(operator.said()))
                .containsEntry("aero/1", "1 of 1, 1 seen")
                .containsEntry("ola/2", "1 of 2, 2 seen");
    }

    /** But for when the records came, which no table holds: it tells until when ranks are remembered. */
    @Test
    void neitherPaceNorOrderAmongOffersChangesWhatIsSaidLast() throws Exception {
        List<ComparableOffer> first = made(0);
        List<ComparableOffer> second = made(1);
        Map<String, Standing> expected = null;
        for (int round = 0; round < 6; round++) {
            close();
            open();
            Random random = new Random(round);
            for (List<ComparableOffer> wave : List.of(first, second)) {
                List<ComparableOffer> shuffled = new ArrayList<>(wave);
                Collections.shuffle(shuffled, random);
                for (ComparableOffer offer : shuffled) {
                    see(offer);
                    if (random.nextInt(4) == 0) {
                        snapshot();
                    }
                }
            }
            snapshot();
            Map<String, Standing> winners = OpenComparables.winners(operator.said());
            winners.replaceAll((key, standing) -> standing.after(standing.decisions(), Instant.EPOCH));
            expected = expected == null ? winners : expected;
            assertThat(winners).isEqualTo(expected);
        }
    }

    @Test
    void anOffersStateIsSmall(TestReporter report) throws Exception {
        long empty = snapshot().getStateSize();
        for (int i = 0; i < 1000; i++) {
            see(offer(
                    "operator" + i % 7,
                    "EZE-CUN-1234-2026-07-01-" + i,
                    "Gran Hotel Áureo " + i / 7,
                    TODAY + i % 200,
                    i,
                    1,
                    TODAY));
        }
        long bytes = (snapshot().getStateSize() - empty) / 1000;

        report.publishEntry("bytes of state per offer", Long.toString(bytes));
        assertThat(bytes).isBetween(50L, 300L);
    }

    private static List<ComparableOffer> made(int wave) {
        Random random = new Random(wave);
        List<String> hotels =
                List.of("Riu Áureo", "RIU AUREO 5*", "Aureo (ex. Plateado)", "Plateado Beach", "Hotel Plateado");
        List<ComparableOffer> made = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            made.add(offer(
                    "p" + i % 4,
                    "" + i,
                    hotels.get(i % 5),
                    TODAY + 10 + i % 6,
                    900 + random.nextInt(9),
                    wave + 1,
                    TODAY + wave));
        }
        return made;
    }

    private static Map<String, String> rows(List<Standing> said) {
        Map<String, String> rows = new LinkedHashMap<>();
        OpenComparables.winners(said)
                .forEach((key, row) -> rows.put(
                        key, row.providerRank() + " of " + row.providers() + ", " + row.observations() + " seen"));
        return rows;
    }

    private void see(ComparableOffer offer) throws Exception {
        operator.see(HOLIDAY, offer);
    }

    private OperatorSubtaskState snapshot() throws Exception {
        return operator.snapshot();
    }

    private static ComparableOffer offer(
            String provider, String id, String hotel, long departs, double usd, int observations, long seenOn) {
        return DollarOffers.of(
                provider, id, hotel, Double.NaN, departs, usd, true, observations, seenOn * MILLIS_OF_A_DAY);
    }
}
