package smarttravel.jobs.rejected;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.events.Topics;
import smarttravel.jobs.clickhouse.ClickHouseSink;
import smarttravel.jobs.config.FlowTypes;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.config.JobEnvironment;
import smarttravel.jobs.source.ReportPosition;

/**
 * The dead letters, from whoever refused them, in a table that can be asked.
 *
 * <pre>
 * topic rejected-observations ──> rejected_observations
 * </pre>
 */
public final class RejectedJob {
    private RejectedJob() {}

    /** Runs this job alone. */
    public static void main(String[] arguments) throws Exception {
        JobConfig config = JobConfig.fromEnvironment(System.getenv()).forJob("rejected");
        StreamExecutionEnvironment environment = JobEnvironment.create(config);
        connect(environment, config);
        environment.execute("smart-travel rejected observations");
    }

    /** The consumer group of this reading, beside the one of the observations. */
    public static String group(String group) {
        return group + "-rejected";
    }

    /** Wires the job. */
    public static void connect(StreamExecutionEnvironment environment, JobConfig config) {
        KafkaSourceBuilder<DeadLetter> topic = KafkaSource.<DeadLetter>builder()
                .setBootstrapServers(config.kafka())
                .setTopics(Topics.REJECTED_OBSERVATIONS)
                .setGroupId(group(config.group()))
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new DeadLetterSchema())
                .setProperty("commit.offsets.on.checkpoint", "false");
        if (config.until() == JobConfig.Until.END_OF_TOPIC) {
            topic.setBounded(OffsetsInitializer.latest());
        }
        environment
                .fromSource(topic.build(), WatermarkStrategy.noWatermarks(), "rejected-observations")
                .uid("rejected-observations-source")
                .map(new ReportPosition<DeadLetter>(
                        config.kafka(), group(config.group()), Topics.REJECTED_OBSERVATIONS))
                .returns(FlowTypes.of(DeadLetter.class))
                .uid("rejected-observations-position")
                .name("position")
                .sinkTo(ClickHouseSink.of(config, RejectedTable.INSERT, RejectedTable::bind))
                .uid("rejected-observations-table")
                .name("rejected_observations");
    }
}
