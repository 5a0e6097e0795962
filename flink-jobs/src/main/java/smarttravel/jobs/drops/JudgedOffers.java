package smarttravel.jobs.drops;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.events.PriceDrop;
import smarttravel.events.RejectedRecord;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.order.OrderObservations;
import smarttravel.jobs.order.OrderedObservation;
import smarttravel.jobs.source.ObservationSource;
import smarttravel.jobs.source.ReceivedObservation;

/**
 * What every analysis starts from: observations in their offer's order, with the drop rule's word on each.
 *
 * <pre>
 * topic ── parse ── by offer ── order ── detect drops ──┬──> judged
 *            │                    │                     └──> drops
 *            └────────────────────┴──> rejected
 * </pre>
 *
 * All that is kept per offer is spread over the same keys, so one exchange between tasks serves every analysis by offer.
 */
public record JudgedOffers(
        SingleOutputStreamOperator<JudgedObservation> judged,
        DataStream<PriceDrop> drops,
        DataStream<RejectedRecord> rejected) {

    /** Reads the topic and judges what comes. */
    public static JudgedOffers read(StreamExecutionEnvironment environment, JobConfig config, PriceDropRule rule) {
        ObservationSource source = ObservationSource.of(environment, config);
        SingleOutputStreamOperator<OrderedObservation> ordered = source.observations()
                .keyBy(ReceivedObservation::key)
                .process(new OrderObservations())
                .uid("order-observations")
                .name("order");
        SingleOutputStreamOperator<JudgedObservation> judged = DataStreamUtils.reinterpretAsKeyedStream(
                        ordered, OrderedObservation::key)
                .process(new DetectPriceDrops(rule))
                .uid("detect-price-drops")
                .name("detect drops");
        return new JudgedOffers(
                judged,
                judged.getSideOutput(DetectPriceDrops.DROPS),
                source.rejected().union(ordered.getSideOutput(OrderObservations.REJECTED)));
    }

    /** The judged observations, keyed by offer without being exchanged again. */
    public KeyedStream<JudgedObservation, String> byOffer() {
        return DataStreamUtils.reinterpretAsKeyedStream(judged, JudgedObservation::key);
    }
}
