package smarttravel.jobs.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    void anOfferThatChangedOftenIsSaidOnceAsItStandsLast() throws Exception {
        see(Sightings.ordinary(Sightings.priced(Duration.ZERO, "100")));
        JudgedObservation last = Sightings.ordinary(Sightings.priced(Duration.ofDays(1), "90"));
        see(last);

        operator.prepareSnapshotPreBarrier(1);

        assertThat(operator.extractOutputValues())
                .containsExactly(new LatestOffer(last.seen(), last.ordered().life()));
    }

    @Test
    void aLateObservationChangesNothingAndKeepsNoState() throws Exception {
        see(JudgedObservation.unremarkable(Sightings.late(Sightings.priced(Duration.ZERO, "100")), 0));

        operator.prepareSnapshotPreBarrier(1);

        assertThat(operator.extractOutputValues()).isEmpty();
        assertThat(operator.numKeyedStateEntries()).isZero();
    }

    @Test
    void whatIsSaidIsNotHeldAnyLonger() throws Exception {
        see(Sightings.ordinary(Sightings.priced(Duration.ZERO, "100")));
        operator.prepareSnapshotPreBarrier(1);
        see(JudgedObservation.unremarkable(Sightings.late(Sightings.priced(Duration.ZERO, "90")), 0));
        operator.prepareSnapshotPreBarrier(2);

        assertThat(operator.extractOutputValues()).hasSize(1);
        assertThat(operator.numKeyedStateEntries()).isZero();
    }

    private void see(JudgedObservation judged) throws Exception {
        operator.processElement(new StreamRecord<>(judged));
    }
}
