package smarttravel.jobs.order;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import smarttravel.events.Market;
import smarttravel.events.PriceObservation;
import smarttravel.events.PriceObservationJson;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.events.StrictJson;
import smarttravel.events.Topics;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.source.ReceivedObservation;

/**
 * Per offer: a second observation of the same moment is dropped and counted (the first wins), an older one is marked
 * late, and one that contradicts the offer's identity is refused.
 */
public final class OrderObservations extends KeyedProcessFunction<String, ReceivedObservation, OrderedObservation> {
    /** Observations that contradict what the offer is. */
    public static final OutputTag<RejectedRecord> REJECTED = new OutputTag<>("identity-changed") {
        private static final long serialVersionUID = 1L;
    };

    private static final long serialVersionUID = 1L;

    private transient ValueState<OfferOrder> order;
    private transient Counter duplicates;

    @Override
    public void open(OpenContext context) {
        order = getRuntimeContext().getState(new ValueStateDescriptor<>("order", FlowTypes.of(OfferOrder.class)));
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicateObservations");
    }

    @Override
    public void processElement(ReceivedObservation received, Context context, Collector<OrderedObservation> out)
            throws Exception {
        PriceObservation seen = received.seen();
        long at = seen.observedAt().toEpochMilli();
        OfferOrder before = order.value();
        if (before == null) {
            OfferOrder first = new OfferOrder(at, identity(seen), Market.of(seen));
            order.update(first);
            out.collect(new OrderedObservation(received, first.market(), false));
        } else if (!before.identity().equals(identity(seen))) {
            context.output(REJECTED, contradiction(received, before));
        } else if (at == before.newestAt()) {
            duplicates.inc();
        } else {
            if (at > before.newestAt()) {
                order.update(new OfferOrder(at, before.identity(), before.market()));
            }
            out.collect(new OrderedObservation(received, before.market(), at < before.newestAt()));
        }
    }

    private static String identity(PriceObservation seen) {
        return seen.kind() + " " + seen.origin() + "-" + seen.destination() + " " + seen.departure();
    }

    private static RejectedRecord contradiction(ReceivedObservation received, OfferOrder before) {
        PriceObservation seen = received.seen();
        return new RejectedRecord(
                RejectReason.IDENTITY_CHANGED,
                "offer " + seen.key() + " is '" + identity(seen) + "' here and was '" + before.identity() + "' before",
                Topics.PRICE_OBSERVATIONS + "/" + received.partition() + "/" + received.offset(),
                StrictJson.text(PriceObservationJson.write(seen)),
                received.receivedAt());
    }
}
