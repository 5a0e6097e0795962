package smarttravel.jobs.source;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.events.RejectedRecord;
import smarttravel.events.Topics;
import smarttravel.jobs.JobConfig;

/**
 * The topic, read and parsed once for all analyses of a job.
 *
 * <p>A job without a checkpoint reads from the beginning: what it keeps per offer exists nowhere else, and writing a row
 * twice changes nothing.
 *
 * @param observations what could be read, with its event time
 * @param rejected what could not
 */
public record ObservationSource(DataStream<ReceivedObservation> observations, DataStream<RejectedRecord> rejected) {
    /** How far observations of different offers may be out of order before state that waits for them is let go. */
    private static final Duration OUT_OF_ORDER = Duration.ofHours(1);

    /** A partition that is silent for this long holds nothing back. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** Kafka source, parser and event time. */
    public static ObservationSource of(StreamExecutionEnvironment environment, JobConfig config) {
        SingleOutputStreamOperator<ReceivedObservation> parsed = environment
                .fromSource(topic(config), WatermarkStrategy.noWatermarks(), "price-observations")
                .uid("price-observations-source")
                .process(new ParseObservations())
                .uid("parse-observations")
                .name("parse");
        DataStream<ReceivedObservation> timed = parsed.assignTimestampsAndWatermarks(eventTime())
                .uid("observation-time")
                .name("event time");
        return new ObservationSource(timed, parsed.getSideOutput(ParseObservations.REJECTED));
    }

    private static KafkaSource<RawRecord> topic(JobConfig config) {
        return KafkaSource.<RawRecord>builder()
                .setBootstrapServers(config.kafka())
                .setTopics(Topics.PRICE_OBSERVATIONS)
                .setGroupId(config.group())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new RawRecordSchema())
                .setProperty("partition.discovery.interval.ms", "30000")
                .setProperty("commit.offsets.on.checkpoint", "true")
                .build();
    }

    private static WatermarkStrategy<ReceivedObservation> eventTime() {
        return WatermarkStrategy.<ReceivedObservation>forBoundedOutOfOrderness(OUT_OF_ORDER)
                .withTimestampAssigner(
                        (received, before) -> received.seen().observedAt().toEpochMilli())
                .withIdleness(IDLE);
    }
}
