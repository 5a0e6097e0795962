package smarttravel.jobs.source;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import smarttravel.events.RejectedRecord;
import smarttravel.events.RejectedRecordJson;
import smarttravel.events.Topics;
import smarttravel.jobs.config.JobConfig;

/** The way of dead letters to their topic. */
public final class RejectedTopic {
    private RejectedTopic() {}

    /** At least once: a dead letter repeated after a restart has the same source, by which it is known. */
    public static KafkaSink<RejectedRecord> sink(JobConfig config) {
        return KafkaSink.<RejectedRecord>builder()
                .setBootstrapServers(config.kafka())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new Json())
                .build();
    }

    private static final class Json implements KafkaRecordSerializationSchema<RejectedRecord> {
        private static final long serialVersionUID = 1L;

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                RejectedRecord rejected, KafkaSinkContext context, @Nullable Long timestamp) {
            return new ProducerRecord<>(
                    Topics.REJECTED_OBSERVATIONS,
                    rejected.source().getBytes(StandardCharsets.UTF_8),
                    RejectedRecordJson.write(rejected));
        }
    }
}
