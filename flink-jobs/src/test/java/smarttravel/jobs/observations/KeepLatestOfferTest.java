package smarttravel.jobs.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.events.PriceObservation;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.testing.JobOperators;
import smarttravel.jobs.testing.Sightings;

class KeepLatestOfferTest {
    private KeyedOneInputStreamOperatorTestHarness<String, JudgedObservation, LatestOffer> operator;

    @BeforeEach
    void open() throws Exception {
        operator = JobOperators.keyed("latest-offers");
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void aSoldOutOfferKeepsItsLastPrice() throws Exception {
        PriceObservation gone = Sightings.soldOut(Duration.ofDays(1));
        see(Sightings.ordinary(Sightings.priced(Duration.ZERO, "100")));
        see(Sightings.ordinary(gone));

        operator.prepareSnapshotPreBarrier(1);

        assertThat(operator.extractOutputValues())
                .containsExactly(new LatestOffer(
                        gone,
                        "FLIGHT/EZE/MIA",
                        new OfferPast(new BigDecimal("100"), "USD", 100, Sightings.START, Sightings.START, 2)));
    }

    @Test
    void anOfferThatWasNeverPricedHasNone() throws Exception {
        see(Sightings.ordinary(Sightings.soldOut(Duration.ZERO)));

        operator.prepareSnapshotPreBarrier(1);

        assertThat(operator.extractOutputValues())
                .extracting(LatestOffer::past)
                .containsExactly(new OfferPast(null, null, Double.NaN, null, Sightings.START, 1));
    }

    @Test
    void aLateObservationChangesNothingAndKeepsNoState() throws Exception {
        see(new JudgedObservation(Sightings.late(Sightings.priced(Duration.ZERO, "100")), false, false));

        operator.prepareSnapshotPreBarrier(1);

        assertThat(operator.extractOutputValues()).isEmpty();
        assertThat(operator.numKeyedStateEntries()).isZero();
    }

    @Test
    void whatIsSaidIsNotHeldAnyLonger() throws Exception {
        see(Sightings.ordinary(Sightings.priced(Duration.ZERO, "100")));
        operator.prepareSnapshotPreBarrier(1);
        see(new JudgedObservation(Sightings.late(Sightings.priced(Duration.ZERO, "90")), false, false));
        operator.prepareSnapshotPreBarrier(2);

        assertThat(operator.extractOutputValues()).hasSize(1);
        assertThat(operator.numKeyedStateEntries()).isEqualTo(1);
    }

    private void see(JudgedObservation judged) throws Exception {
        operator.processElement(new StreamRecord<>(judged));
    }
}
