package smarttravel.ingest.crawling.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.events.Topics;
import smarttravel.ingest.crawling.ledger.Lane;

/**
 * A member of the share group {@code crawlers}: gets one task at a time, with explicit acknowledgement.
 *
 * <p>The topics of tasks have one partition each. With several, each member would be served by some of them only, and tasks
 * in those of a killed process would wait until its membership ends.
 */
public final class KafkaTaskQueue implements TaskQueue {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaTaskQueue.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final KafkaShareConsumer<byte[], byte[]> consumer;
    private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private final Map<Delivery, ConsumerRecord<byte[], byte[]>> inHand = new HashMap<>();

    private KafkaTaskQueue(KafkaShareConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Joins the group. */
    public static KafkaTaskQueue join(String bootstrapServers, Lane lane) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                Topics.CRAWLERS,
                ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG,
                "explicit",
                ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG,
                "record_limit",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1);
        KafkaShareConsumer<byte[], byte[]> consumer =
                new KafkaShareConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(lane.topic()));
        return new KafkaTaskQueue(consumer);
    }

    @Override
    public Optional<Delivery> poll(Duration longest) {
        if (waiting.isEmpty()) {
            consumer.poll(longest).forEach(waiting::add);
        }
        while (!waiting.isEmpty()) {
            ConsumerRecord<byte[], byte[]> record = waiting.removeFirst();
            OptionalLong task = TaskJson.id(record.value());
            if (task.isPresent()) {
                Delivery delivery =
                        new Delivery(task.getAsLong(), record.deliveryCount().orElse((short) 1));
                inHand.put(delivery, record);
                return Optional.of(delivery);
            }
            LOG.warn("No task at {}-{}@{}", record.topic(), record.partition(), record.offset());
            consumer.acknowledge(record, AcknowledgeType.REJECT);
        }
        return Optional.empty();
    }

    @Override
    public void accept(Delivery delivery) {
        settle(delivery, AcknowledgeType.ACCEPT);
    }

    @Override
    public void release(Delivery delivery) {
        settle(delivery, AcknowledgeType.RELEASE);
    }

    private void settle(Delivery delivery, AcknowledgeType how) {
        ConsumerRecord<byte[], byte[]> record = inHand.remove(delivery);
        if (record == null) {
            throw new IllegalStateException(delivery + " is not in hand");
        }
        consumer.acknowledge(record, how);
        consumer.commitAsync();
    }

    @Override
    public void close() {
        consumer.close(CLOSING);
    }
}
