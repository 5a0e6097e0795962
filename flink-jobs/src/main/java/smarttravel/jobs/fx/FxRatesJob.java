package smarttravel.jobs.fx;

import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.events.RejectedRecord;
import smarttravel.events.Topics;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.source.NoClock;
import smarttravel.jobs.source.ObservationSource;
import smarttravel.jobs.source.RawRecord;
import smarttravel.jobs.source.ReportPosition;

/**
 * Exchange rates from their topic to their table, and to every task that compares prices.
 *
 * <pre>
 * topic fx-rates ── parse ──┬──> fx_rates
 *                           └──> everywhere (broadcast)
 * </pre>
 *
 * @param rates what could be read
 * @param rejected what could not
 */
public record FxRatesJob(DataStream<DatedRate> rates, DataStream<RejectedRecord> rejected) {
    /** Reads the topic and keeps the table. */
    public static FxRatesJob connect(StreamExecutionEnvironment environment, JobConfig config) {
        KafkaSource<RawRecord> topic = ObservationSource.topic(config, Topics.FX_RATES);
        SingleOutputStreamOperator<DatedRate> parsed = environment
                .fromSource(topic, NoClock.strategy(), "fx-rates")
                .uid("fx-rates-source")
                .map(new ReportPosition<RawRecord>(config.kafka(), config.group(), Topics.FX_RATES))
                .returns(FlowTypes.of(RawRecord.class))
                .uid("fx-rates-position")
                .name("position of rates")
                .process(new ParseRates())
                .returns(FlowTypes.of(DatedRate.class))
                .uid("parse-fx-rates")
                .name("parse rates");
        parsed.sinkTo(ClickHouseSink.of(config, FxRatesTable.INSERT, FxRatesTable::bind))
                .uid("fx-rates-table")
                .name("fx_rates");
        return new FxRatesJob(parsed, parsed.getSideOutput(ParseRates.REJECTED));
    }
}
