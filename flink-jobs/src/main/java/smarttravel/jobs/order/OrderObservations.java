package smarttravel.jobs.order;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import smarttravel.events.PriceObservation;
import smarttravel.events.PriceObservationJson;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.events.StrictJson;
import smarttravel.events.Topics;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.forgetting.Forgetting;
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

    private transient ValueState<OfferLife> life;
    private transient Forgetting forgetting;
    private transient Counter duplicates;

    @Override
    public void open(OpenContext context) {
        life = getRuntimeContext().getState(new ValueStateDescriptor<>("life", FlowTypes.of(OfferLife.class)));
        forgetting = Forgetting.open(getRuntimeContext()::getState);
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicateObservations");
    }

    @Override
    public void processElement(ReceivedObservation received, Context context, Collector<OrderedObservation> out)
            throws Exception {
        PriceObservation seen = received.seen();
        OfferLife before = life.value();
        if (before != null && forgetting.isOver(before.departure(), received.receivedAt())) {
            forget();
            before = null;
        }
        if (before != null && !before.isSameAs(seen)) {
            context.output(REJECTED, contradiction(received, before));
            return;
        }
        context.timerService().registerEventTimeTimer(forgetting.keep(seen.departure(), received.receivedAt()));
        if (before == null) {
            advance(received, OfferLife.begin(seen), out);
        } else if (seen.observedAt().equals(before.newestAt())) {
            duplicates.inc();
        } else if (seen.observedAt().isAfter(before.newestAt())) {
            advance(received, before.with(seen), out);
        } else {
            out.collect(OrderedObservation.of(received, before, true));
        }
    }

    @Override
    public void onTimer(long at, OnTimerContext context, Collector<OrderedObservation> out) throws Exception {
        if (forgetting.isDue(at, context.timerService().currentWatermark())) {
            forget();
        }
    }

    private void forget() {
        life.clear();
        forgetting.clear();
    }

    private void advance(ReceivedObservation received, OfferLife now, Collector<OrderedObservation> out)
            throws Exception {
        life.update(now);
        out.collect(OrderedObservation.of(received, now, false));
    }

    private static RejectedRecord contradiction(ReceivedObservation received, OfferLife before) {
        PriceObservation seen = received.seen();
        return new RejectedRecord(
                RejectReason.IDENTITY_CHANGED,
                "offer " + seen.key() + " is '" + OfferLife.begin(seen).identity() + "' here and was '"
                        + before.identity() + "' before",
                Topics.PRICE_OBSERVATIONS + "/" + received.partition() + "/" + received.offset(),
                StrictJson.text(PriceObservationJson.write(seen)),
                received.receivedAt());
    }
}
