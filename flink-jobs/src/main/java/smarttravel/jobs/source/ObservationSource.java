package smarttravel.jobs.source;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.events.RejectedRecord;
import smarttravel.events.Topics;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.config.JobConfig;

/**
 * The topic, read and parsed once for all analyses of a job. Time is the observations' own, judged offer by offer: no
 * analysis waits for a watermark, which on the last day of a replay would never come. The watermarks that there are say how
 * far the broker's own clock has come, and only let departed offers be forgotten.
 *
 * <p>A job without a checkpoint reads from the beginning: what it keeps per offer exists nowhere else, and writing a row
 * twice changes nothing.
 *
 * @param observations what could be read
 * @param rejected what could not
 */
public record ObservationSource(DataStream<ReceivedObservation> observations, DataStream<RejectedRecord> rejected) {
    /** A partition without records holds nobody's forgetting back any longer. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    /** Kafka source and parser. */
    public static ObservationSource of(StreamExecutionEnvironment environment, JobConfig config) {
        SingleOutputStreamOperator<ReceivedObservation> parsed = environment
                .fromSource(
                        topic(config, Topics.PRICE_OBSERVATIONS),
                        WatermarkStrategy.<RawRecord>forMonotonousTimestamps().withIdleness(IDLE),
                        "price-observations")
                .uid("price-observations-source")
                .map(new ReportPosition<RawRecord>(config.kafka(), config.group(), Topics.PRICE_OBSERVATIONS))
                .returns(FlowTypes.of(RawRecord.class))
                .uid("price-observations-position")
                .name("position")
                .process(new ParseObservations())
                .uid("parse-observations")
                .name("parse");
        return new ObservationSource(parsed, parsed.getSideOutput(ParseObservations.REJECTED));
    }

    /** A topic from its beginning, read as raw records. */
    public static KafkaSource<RawRecord> topic(JobConfig config, String name) {
        KafkaSourceBuilder<RawRecord> topic = KafkaSource.<RawRecord>builder()
                .setBootstrapServers(config.kafka())
                .setTopics(name)
                .setGroupId(config.group())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new RawRecordSchema())
                .setProperty("commit.offsets.on.checkpoint", "false");
        if (config.until() == JobConfig.Until.END_OF_TOPIC) {
            topic.setBounded(OffsetsInitializer.latest());
        }
        return topic.build();
    }
}
