package smarttravel.jobs.rejected;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import smarttravel.events.StrictJson;
import smarttravel.jobs.config.FlowTypes;

/** Reads dead letters; one that is itself unreadable is kept whole, with the reason {@code unreadable-letter}. */
final class DeadLetterSchema implements KafkaRecordDeserializationSchema<DeadLetter> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<DeadLetter> out) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        Instant receivedAt = Instant.ofEpochMilli(record.timestamp());
        try {
            out.collect(letter(fields(value), record, receivedAt));
        } catch (IOException | DateTimeException e) {
            out.collect(new DeadLetter(
                    "unreadable-letter",
                    "",
                    place(record),
                    StrictJson.text(value),
                    receivedAt,
                    record.partition(),
                    record.offset()));
        }
    }

    private static DeadLetter letter(
            Map<String, String> fields, ConsumerRecord<byte[], byte[]> record, Instant receivedAt) throws IOException {
        String reason = fields.get("reason");
        if (reason == null) {
            throw new IOException("a letter without a reason");
        }
        return new DeadLetter(
                reason,
                fields.getOrDefault("message", ""),
                fields.getOrDefault("source", place(record)),
                fields.getOrDefault("payload", ""),
                Instant.parse(fields.getOrDefault("rejectedAt", receivedAt.toString())),
                record.partition(),
                record.offset());
    }

    private static Map<String, String> fields(byte[] json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = StrictJson.factory().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    fields.put(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new IOException("more than one JSON object");
            }
        }
        return fields;
    }

    private static String place(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    @Override
    public TypeInformation<DeadLetter> getProducedType() {
        return FlowTypes.of(DeadLetter.class);
    }
}
