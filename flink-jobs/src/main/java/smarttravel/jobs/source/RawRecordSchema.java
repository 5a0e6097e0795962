package smarttravel.jobs.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import smarttravel.events.Topics;
import smarttravel.jobs.config.FlowTypes;

/** Takes records off the topic without reading them, so that one that cannot be read stops nothing. */
final class RawRecordSchema implements KafkaRecordDeserializationSchema<RawRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
        out.collect(new RawRecord(
                record.value(),
                schemaVersion(record.headers().lastHeader(Topics.SCHEMA_VERSION_HEADER)),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp())));
    }

    private static @Nullable String schemaVersion(@Nullable Header header) {
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return FlowTypes.of(RawRecord.class);
    }
}
