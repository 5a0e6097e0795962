package smarttravel.jobs.observations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.testing.JobOperators;
import smarttravel.jobs.testing.Sightings;

class LatestOfferTest {
    private final LatestOffer priced =
            LatestOffer.after(null, Sightings.ordinary(Sightings.priced(Duration.ZERO, "100")));

    @Test
    void aSoldOutOfferKeepsItsLastPrice() {
        var gone = Sightings.soldOut(Duration.ofDays(1));

        LatestOffer offer = LatestOffer.after(priced, Sightings.ordinary(gone));

        assertThat(offer.seen()).isEqualTo(gone);
        assertThat(offer.amount()).isEqualByComparingTo(BigDecimal.valueOf(100));
        assertThat(offer.currency()).isEqualTo("USD");
        assertThat(offer.unitUsd()).isEqualTo(100);
        assertThat(offer.priceObservedAt()).isEqualTo(Sightings.START);
        assertThat(offer.firstObservedAt()).isEqualTo(Sightings.START);
        assertThat(offer.observations()).isEqualTo(2);
    }

    @Test
    void anOfferThatWasNeverPricedHasNone() {
        LatestOffer offer = LatestOffer.after(null, Sightings.ordinary(Sightings.soldOut(Duration.ZERO)));

        assertThat(offer.amount()).isNull();
        assertThat(offer.priceObservedAt()).isNull();
        assertThat(offer.unitUsd()).isNaN();
    }

    @Test
    void aLateObservationChangesNothingAndKeepsNoState() throws Exception {
        var operator = JobOperators.<JudgedObservation, LatestOffer>keyed("latest-offers");
        operator.open();
        operator.processElement(new StreamRecord<>(
                new JudgedObservation(Sightings.late(Sightings.priced(Duration.ZERO, "100")), false, false)));
        operator.prepareSnapshotPreBarrier(1);

        assertThat(operator.extractOutputValues()).isEmpty();
        assertThat(operator.numKeyedStateEntries()).isZero();
        operator.close();
    }
}
