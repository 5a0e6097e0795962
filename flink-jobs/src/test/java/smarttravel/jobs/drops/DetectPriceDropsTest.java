package smarttravel.jobs.drops;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.events.Kind;
import smarttravel.events.ObservationField;
import smarttravel.events.PriceDrop;
import smarttravel.events.PriceDropJson;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.order.OrderedObservation;
import smarttravel.jobs.testing.JobOperators;
import smarttravel.jobs.testing.Sightings;

class DetectPriceDropsTest {
    private KeyedOneInputStreamOperatorTestHarness<String, OrderedObservation, JudgedObservation> operator;

    @BeforeEach
    void open() throws Exception {
        operator = JobOperators.keyed("detect-price-drops");
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void aDropLeavesWithAllItsEvidence() throws Exception {
        track();
        see(Sightings.onTime(Sightings.priced(Duration.ofDays(4), "85.5")));

        assertThat(drops())
                .containsExactly(new PriceDrop(
                        "85fd7593e9916a40636010824afc4acb",
                        "acme",
                        "EZE-MIA-1",
                        "FLIGHT/EZE/MIA",
                        Kind.FLIGHT,
                        null,
                        "EZE",
                        "MIA",
                        LocalDate.of(2026, 6, 15),
                        Sightings.START.plus(Duration.ofDays(4)),
                        new BigDecimal("85.50"),
                        "USD",
                        new BigDecimal("100.00"),
                        new BigDecimal("14.50"),
                        new BigDecimal("100.00"),
                        true,
                        4,
                        4,
                        157,
                        null,
                        false,
                        Sightings.START,
                        null));
    }

    @Test
    void everyObservationGoesOnWithTheRulesWord() throws Exception {
        track();
        see(Sightings.onTime(Sightings.priced(Duration.ofDays(4), "30")));
        see(Sightings.onTime(Sightings.priced(Duration.ofDays(5), "90")));
        see(Sightings.onTime(Sightings.soldOut(Duration.ofDays(6))));
        see(Sightings.late(Sightings.priced(Duration.ofDays(2), "1")));

        assertThat(operator.extractOutputValues())
                .extracting(JudgedObservation::quarantined)
                .containsExactly(false, false, false, false, true, false, false, false);
        assertThat(operator.getSideOutput(DetectPriceDrops.DROPS)).hasSize(1);
        assertThat(operator.numKeyedStateEntries())
                .as("its prices, and the move to 90")
                .isEqualTo(2);
    }

    @Test
    void lateAndSoldOutObservationsKeepNoState() throws Exception {
        see(Sightings.onTime(Sightings.soldOut(Duration.ZERO)));
        see(Sightings.late(Sightings.priced(Duration.ofDays(2), "1")));

        assertThat(operator.extractOutputValues()).hasSize(2);
        assertThat(operator.numKeyedStateEntries()).isZero();
    }

    @Test
    void soldOutBetweenTwoSuspectsIsNoPriceBetweenThem() throws Exception {
        track();
        see(Sightings.onTime(Sightings.priced(Duration.ofDays(4), "30")));
        see(Sightings.onTime(Sightings.soldOut(Duration.ofDays(5))));
        see(Sightings.onTime(Sightings.priced(Duration.ofDays(6), "30")));

        assertThat(drops()).hasSize(1);
    }

    @Test
    void aReplayFromTheSavedStateGivesTheSameBytes() throws Exception {
        track();
        var saved = operator.snapshot(1, 1);
        see(Sightings.onTime(Sightings.priced(Duration.ofDays(4), "89.90")));
        byte[] before = PriceDropJson.write(drops().get(0));
        operator.close();

        operator = JobOperators.keyed("detect-price-drops");
        operator.initializeState(saved);
        operator.open();
        see(Sightings.onTime(Sightings.priced(Duration.ofDays(4), "89.9")));

        assertThat(drops()).hasSize(1);
        assertThat(PriceDropJson.write(drops().get(0)))
                .as("whatever zeros the provider wrote")
                .isEqualTo(before);
    }

    @Test
    void aDropsIdNeverChanges() {
        assertThat(DropEvent.dropId(Sightings.priced(Duration.ZERO, "100")))
                .isEqualTo("af54feba4f3fbae478829b1bb7f45430");
        assertThat(DropEvent.dropId(Sightings.priced(Duration.ZERO, "90")))
                .as("of the same moment")
                .isEqualTo(DropEvent.dropId(Sightings.priced(Duration.ZERO, "100")));
    }

    @Test
    void anotherOfferOrMomentHasAnotherId() {
        PriceObservation other =
                Sightings.build(Sightings.draft(Duration.ZERO).put(ObservationField.OFFER_ID, "EZE-MIA-2"));

        assertThat(List.of(
                        DropEvent.dropId(Sightings.priced(Duration.ZERO, "100")),
                        DropEvent.dropId(Sightings.priced(Duration.ofMillis(1), "100")),
                        DropEvent.dropId(other)))
                .doesNotHaveDuplicates();
    }

    private void track() throws Exception {
        for (int day = 0; day < 4; day++) {
            see(Sightings.onTime(Sightings.priced(Duration.ofDays(day), "100")));
        }
    }

    private void see(OrderedObservation ordered) throws Exception {
        operator.processElement(new StreamRecord<>(ordered));
    }

    private List<PriceDrop> drops() {
        return operator.getSideOutput(DetectPriceDrops.DROPS).stream()
                .map(StreamRecord::getValue)
                .toList();
    }
}
