package smarttravel.jobs.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.metrics.groups.InternalOperatorMetricGroup;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups.UnregisteredTaskMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.events.ObservationField;
import smarttravel.events.PriceObservation;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.jobs.source.ReceivedObservation;
import smarttravel.jobs.testing.Sightings;

class OrderObservationsTest {
    private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();
    private KeyedOneInputStreamOperatorTestHarness<String, ReceivedObservation, OrderedObservation> operator;
    private long offset;

    @BeforeEach
    void open() throws Exception {
        MockEnvironment environment =
                MockEnvironment.builder().setMetricGroup(new MetricsOf(metrics)).build();
        operator = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new OrderObservations()),
                ReceivedObservation::key,
                Types.STRING,
                environment);
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void whatIsNewGoesOnWithItsMarket() throws Exception {
        PriceObservation first = Sightings.priced(Duration.ZERO, "100");
        PriceObservation next = Sightings.soldOut(Duration.ofHours(1));

        see(first);
        see(next);

        OfferLife born = OfferLife.begin(first);
        assertThat(operator.extractOutputValues())
                .containsExactly(
                        OrderedObservation.of(Sightings.received(first, 0), born, false),
                        OrderedObservation.of(Sightings.received(next, 1), born.with(next), false));
        assertThat(born.market()).isEqualTo("FLIGHT/EZE/MIA");
    }

    @Test
    void aSoldOutOfferKeepsItsLastPrice() throws Exception {
        see(Sightings.priced(Duration.ZERO, "100"));
        see(Sightings.soldOut(Duration.ofDays(1)));

        OfferLife life = operator.extractOutputValues().get(1).life();
        assertThat(life.amount()).hasToString("100");
        assertThat(life.unitUsd()).isEqualTo(100);
        assertThat(life.priceObservedAt()).isEqualTo(Sightings.START);
        assertThat(life.newestAt()).isEqualTo(Sightings.START.plus(Duration.ofDays(1)));
        assertThat(life.observations()).isEqualTo(2);
    }

    @Test
    void anOfferThatWasNeverPricedHasNone() throws Exception {
        see(Sightings.soldOut(Duration.ZERO));

        OfferLife life = operator.extractOutputValues().get(0).life();
        assertThat(life.amount()).isNull();
        assertThat(life.unitUsd()).isNaN();
        assertThat(life.priceObservedAt()).isNull();
    }

    @Test
    void aLateObservationIsMarkedAndChangesNoState() throws Exception {
        see(Sightings.priced(Duration.ofHours(2), "100"));
        see(Sightings.priced(Duration.ofHours(1), "50"));
        see(Sightings.priced(Duration.ofHours(2).minusMillis(1), "50"));
        see(Sightings.priced(Duration.ofHours(2).plusMillis(1), "50"));

        assertThat(operator.extractOutputValues())
                .extracting(OrderedObservation::late)
                .containsExactly(false, true, true, false);
        assertThat(operator.numKeyedStateEntries()).isEqualTo(1);
    }

    @Test
    void ofTwoOfTheSameMomentTheFirstWinsAndTheOtherIsCounted() throws Exception {
        PriceObservation first = Sightings.priced(Duration.ZERO, "100");

        see(first);
        see(Sightings.priced(Duration.ZERO, "90"));
        see(first);

        assertThat(operator.extractOutputValues())
                .extracting(OrderedObservation::seen)
                .containsExactly(first);
        assertThat(((Counter) metrics.get("duplicateObservations")).getCount()).isEqualTo(2);
    }

    @Test
    void whatContradictsTheOffersIdentityIsRefusedWithBothSides() throws Exception {
        see(Sightings.priced(Duration.ZERO, "100"));
        see(departing("2026-06-16", Duration.ofHours(1)));
        see(Sightings.priced(Duration.ofMinutes(30), "100"));

        assertThat(operator.extractOutputValues())
                .as("the refused one is not the newest")
                .extracting(OrderedObservation::late)
                .containsExactly(false, false);
        RejectedRecord rejected =
                operator.getSideOutput(OrderObservations.REJECTED).peek().getValue();
        assertThat(rejected.reason()).isEqualTo(RejectReason.IDENTITY_CHANGED);
        assertThat(rejected.message()).contains("acme/EZE-MIA-1", "EZE-MIA 2026-06-16", "EZE-MIA 2026-06-15");
        assertThat(rejected.source()).isEqualTo("price-observations/3/1");
        assertThat(rejected.payload()).contains("\"departure\":\"2026-06-16\"");
        assertThat(rejected.rejectedAt())
                .as("the record's time, the same on every replay")
                .isEqualTo(Sightings.START.plus(Duration.ofHours(1)).plusSeconds(2));
    }

    @Test
    void theFirstObservationsMarketStays() throws Exception {
        see(packageOf("7", Duration.ZERO));
        see(packageOf("14", Duration.ofHours(1)));

        assertThat(operator.extractOutputValues())
                .extracting(OrderedObservation::market)
                .containsExactly("PACKAGE/EZE/MIA/7-9/-", "PACKAGE/EZE/MIA/7-9/-");
    }

    @Test
    void everyOfferHasItsOwnOrder() throws Exception {
        see(Sightings.priced(Duration.ofHours(1), "100"));
        see(Sightings.build(Sightings.draft(Duration.ZERO).put(ObservationField.OFFER_ID, "EZE-MIA-2")));

        assertThat(operator.extractOutputValues())
                .extracting(OrderedObservation::late)
                .containsExactly(false, false);
        assertThat(operator.numKeyedStateEntries()).isEqualTo(2);
    }

    private static PriceObservation departing(String date, Duration sinceStart) {
        return Sightings.build(Sightings.draft(sinceStart).put(ObservationField.DEPARTURE, date));
    }

    private static PriceObservation packageOf(String nights, Duration sinceStart) {
        return Sightings.build(Sightings.draft(sinceStart)
                .put(ObservationField.KIND, "PACKAGE")
                .put(ObservationField.NIGHTS, nights));
    }

    private void see(PriceObservation seen) throws Exception {
        operator.processElement(new StreamRecord<>(Sightings.received(seen, offset++)));
    }

    /** A task whose one operator registers its metrics where the test can read them. */
    private static final class MetricsOf extends UnregisteredTaskMetricGroup {
        private final InternalOperatorMetricGroup operator;

        MetricsOf(InternalOperatorMetricGroup operator) {
            this.operator = operator;
        }

        @Override
        public InternalOperatorMetricGroup getOrAddOperator(OperatorID id, String name, Map<String, String> variables) {
            return operator;
        }
    }
}
