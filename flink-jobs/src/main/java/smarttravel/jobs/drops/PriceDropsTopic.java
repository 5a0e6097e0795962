package smarttravel.jobs.drops;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import smarttravel.events.PriceDrop;
import smarttravel.events.PriceDropJson;
import smarttravel.events.Topics;
import smarttravel.jobs.config.JobConfig;

/**
 * The way of drops to their topic, at least once: a drop repeated after a restart has the same {@code dropId} and the
 * same bytes, so its readers know it again. Transactions would hide repeats and delay every drop to the next checkpoint.
 */
public final class PriceDropsTopic {
    private PriceDropsTopic() {}

    /** The topic's sink. */
    public static KafkaSink<PriceDrop> sink(JobConfig config) {
        return KafkaSink.<PriceDrop>builder()
                .setBootstrapServers(config.kafka())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new Json())
                .build();
    }

    private static final class Json implements KafkaRecordSerializationSchema<PriceDrop> {
        private static final long serialVersionUID = 1L;

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                PriceDrop drop, KafkaSinkContext context, @Nullable Long timestamp) {
            ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                    Topics.PRICE_DROPS, drop.key().getBytes(StandardCharsets.UTF_8), PriceDropJson.write(drop));
            message.headers().add(Topics.SCHEMA_VERSION_HEADER, Topics.SCHEMA_VERSION.getBytes(StandardCharsets.UTF_8));
            return message;
        }
    }
}
