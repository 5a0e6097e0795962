package smarttravel.jobs.decisions;

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
 * Analysts' decisions from their topic to their table, and to every task that matches hotels.
 *
 * <pre>
 * topic match-decisions ── parse ──┬──> match_decisions
 *                                  └──> everywhere (broadcast)
 * </pre>
 *
 * @param decisions what could be read
 * @param rejected what could not
 */
public record MatchDecisionsJob(DataStream<HeardDecision> decisions, DataStream<RejectedRecord> rejected) {
    /** Reads the topic and keeps the table. */
    public static MatchDecisionsJob connect(StreamExecutionEnvironment environment, JobConfig config) {
        KafkaSource<RawRecord> topic = ObservationSource.topic(config, Topics.MATCH_DECISIONS);
        SingleOutputStreamOperator<HeardDecision> parsed = environment
                .fromSource(topic, NoClock.strategy(), "match-decisions")
                .uid("match-decisions-source")
                .map(new ReportPosition<RawRecord>(config.kafka(), config.group(), Topics.MATCH_DECISIONS))
                .returns(FlowTypes.of(RawRecord.class))
                .uid("match-decisions-position")
                .name("position of decisions")
                .process(new ParseDecisions())
                .returns(FlowTypes.of(HeardDecision.class))
                .uid("parse-match-decisions")
                .name("parse decisions");
        parsed.sinkTo(ClickHouseSink.of(config, MatchDecisionsTable.INSERT, MatchDecisionsTable::bind))
                .uid("match-decisions-table")
                .name("match_decisions");
        return new MatchDecisionsJob(parsed, parsed.getSideOutput(ParseDecisions.REJECTED));
    }
}
