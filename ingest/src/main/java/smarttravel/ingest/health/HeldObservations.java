package smarttravel.ingest.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import smarttravel.events.Topics;

/**
 * What becomes of the observations of a provider in quarantine: released to the topic that they were meant for, or
 * discarded. Doing either twice changes nothing, also when the first time was cut off.
 */
public final class HeldObservations {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final String kafka;
    private final PostgresQuarantines quarantines;
    private final Consumer<ProviderEvent> events;
    private final Clock clock;

    /**
     * Over a broker.
     *
     * @param kafka bootstrap servers
     */
    public HeldObservations(
            String kafka, PostgresQuarantines quarantines, Consumer<ProviderEvent> events, Clock clock) {
        this.kafka = kafka;
        this.quarantines = quarantines;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Publishes what is held, takes the held pages as the provider's new norm and lifts the quarantine.
     *
     * @return how many observations were published
     */
    public long release(String provider) {
        long published;
        Map<Integer, Long> decided;
        try (KafkaConsumer<byte[], byte[]> held = consumer();
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka, "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            Undecided undecided = new Undecided(held, quarantines.decided(provider));
            published = undecided.forEach(provider, record -> {
                Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(
                        Topics.PRICE_OBSERVATIONS, null, record.key(), record.value(), record.headers()));
            });
            producer.flush();
            decided = undecided.ends();
        }
        quarantines.released(provider, decided);
        tell(provider, ProviderEvent.What.RELEASED, published + " observations published");
        return published;
    }

    /**
     * Forgets what is held and lifts the quarantine; the next pages are judged as if the held ones had never been.
     *
     * @return how many observations were discarded
     */
    public long discard(String provider) {
        long discarded;
        Map<Integer, Long> decided;
        try (KafkaConsumer<byte[], byte[]> held = consumer()) {
            Undecided undecided = new Undecided(held, quarantines.decided(provider));
            discarded = undecided.forEach(provider, record -> {});
            decided = undecided.ends();
        }
        quarantines.discarded(provider, decided);
        tell(provider, ProviderEvent.What.DISCARDED, discarded + " observations discarded");
        return discarded;
    }

    private void tell(String provider, ProviderEvent.What what, String message) {
        events.accept(new ProviderEvent(provider, what, Optional.empty(), message, clock.instant()));
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The part of the topic that nobody has decided on yet, up to its end as it was at the beginning. */
    private static final class Undecided {
        private final KafkaConsumer<byte[], byte[]> held;
        private final Map<TopicPartition, Long> ends;

        Undecided(KafkaConsumer<byte[], byte[]> held, Map<Integer, Long> decided) {
            this.held = held;
            List<TopicPartition> partitions = held.partitionsFor(Topics.HELD_OBSERVATIONS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            held.assign(partitions);
            held.seekToBeginning(partitions);
            this.ends = held.endOffsets(partitions);
            Map<TopicPartition, Long> beginnings = held.beginningOffsets(partitions);
            for (TopicPartition partition : partitions) {
                long from = Math.max(
                        decided.getOrDefault(partition.partition(), 0L), beginnings.getOrDefault(partition, 0L));
                held.seek(partition, from);
            }
        }

        long forEach(String provider, Consumer<ConsumerRecord<byte[], byte[]>> action) {
            String prefix = provider + "/";
            long count = 0;
            while (!isRead()) {
                for (ConsumerRecord<byte[], byte[]> record : held.poll(POLL)) {
                    boolean its = record.key() != null && new String(record.key(), UTF_8).startsWith(prefix);
                    if (its && record.offset() < end(record)) {
                        action.accept(record);
                        count++;
                    }
                }
            }
            return count;
        }

        private long end(ConsumerRecord<?, ?> record) {
            return ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
        }

        private boolean isRead() {
            return ends.entrySet().stream().allMatch(end -> held.position(end.getKey()) >= end.getValue());
        }

        Map<Integer, Long> ends() {
            Map<Integer, Long> byPartition = new HashMap<>();
            ends.forEach((partition, end) -> byPartition.put(partition.partition(), end));
            return byPartition;
        }
    }
}
