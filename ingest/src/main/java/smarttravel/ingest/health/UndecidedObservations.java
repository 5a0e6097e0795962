package smarttravel.ingest.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import smarttravel.events.Topics;

/** The part of the topic of held observations that nobody has decided on yet, up to its end when that was last asked for. */
final class UndecidedObservations {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> held;
    private final List<TopicPartition> partitions;
    private Map<TopicPartition, Long> ends;

    /** @param decided per partition, the first offset that has not been decided on */
    UndecidedObservations(Consumer<byte[], byte[]> held, Map<Integer, Long> decided) {
        this.held = held;
        this.partitions = held.partitionsFor(Topics.HELD_OBSERVATIONS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        held.assign(partitions);
        this.ends = held.endOffsets(partitions);
        Map<TopicPartition, Long> beginnings = held.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long from =
                    Math.max(decided.getOrDefault(partition.partition(), 0L), beginnings.getOrDefault(partition, 0L));
            held.seek(partition, from);
        }
    }

    /**
     * Reads on to the end.
     *
     * @param since what was held before is passed over
     * @return how many observations were the provider's
     */
    long forEach(String provider, Instant since, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> action) {
        String prefix = provider + "/";
        long count = 0;
        while (!isRead()) {
            for (ConsumerRecord<byte[], byte[]> record : held.poll(POLL)) {
                boolean its = record.key() != null && new String(record.key(), UTF_8).startsWith(prefix);
                if (its && record.offset() < end(record) && record.timestamp() >= since.toEpochMilli()) {
                    action.accept(record);
                    count++;
                }
            }
        }
        return count;
    }

    /** Whether more was held since; it is read by the next call then. */
    boolean hasGrown() {
        seekToEnds();
        Map<TopicPartition, Long> before = ends;
        ends = held.endOffsets(partitions);
        return !ends.equals(before);
    }

    /** A poll may have brought more than was asked for. */
    private void seekToEnds() {
        ends.forEach((partition, end) -> {
            if (held.position(partition) > end) {
                held.seek(partition, end);
            }
        });
    }

    private long end(ConsumerRecord<?, ?> record) {
        return ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
    }

    private boolean isRead() {
        return ends.entrySet().stream().allMatch(end -> held.position(end.getKey()) >= end.getValue());
    }

    /** Per partition, the first offset that was not read. */
    Map<Integer, Long> ends() {
        Map<Integer, Long> byPartition = new HashMap<>();
        ends.forEach((partition, end) -> byPartition.put(partition.partition(), end));
        return byPartition;
    }
}
