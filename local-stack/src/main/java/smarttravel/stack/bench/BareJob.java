package smarttravel.stack.bench;

import java.util.Objects;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.drops.JudgedObservation;
import smarttravel.jobs.observations.ObservationsTable;
import smarttravel.jobs.order.OfferLife;
import smarttravel.jobs.order.OrderedObservation;
import smarttravel.jobs.source.ObservationSource;
import smarttravel.jobs.source.ReceivedObservation;

/**
 * What reading and writing alone cost: the least that can be done with the same topic and the same table.
 *
 * <pre>
 * topic ── parse ── by offer ── nothing ──> price_observations
 * </pre>
 */
final class BareJob {
    private BareJob() {}

    static void connect(StreamExecutionEnvironment environment, JobConfig config) {
        ObservationSource.of(environment, config)
                .observations()
                .keyBy(ReceivedObservation::key)
                .process(new Nothing())
                .uid("nothing")
                .sinkTo(ClickHouseSink.of(config, ObservationsTable.INSERT, ObservationsTable::bind))
                .uid("price-observations-table")
                .name("price_observations");
    }

    private static final class Nothing extends KeyedProcessFunction<String, ReceivedObservation, JudgedObservation> {
        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(ReceivedObservation received, Context context, Collector<JudgedObservation> out) {
            Objects.requireNonNull(context.getCurrentKey());
            OrderedObservation ordered = OrderedObservation.of(received, OfferLife.begin(received.seen()), false);
            out.collect(JudgedObservation.unremarkable(ordered, 0));
        }
    }
}
