package smarttravel.stack;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import smarttravel.events.Topics;
import smarttravel.jobs.config.JobConfig;

/**
 * Waits until the tables hold what is on the topic. The jobs make their reading position known only with a completed
 * checkpoint, and by then everything up to it is written; so a position at or past the topic's end says it all.
 */
public final class ResultsWait {
    private static final Duration POLL = Duration.ofMillis(200);

    private ResultsWait() {}

    /** Told how many observations of how many are in the tables. */
    @FunctionalInterface
    public interface Progress {
        void at(long inTables, long onTopic);
    }

    /** Returns when the tables hold everything that was on the topic at the time of the call. */
    public static void await(String bootstrapServers, Progress progress) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, Long> ends = endOffsets(admin);
            long onTopic = ends.values().stream().mapToLong(Long::longValue).sum();
            while (true) {
                Map<TopicPartition, Long> positions = positions(admin);
                progress.at(
                        positions.values().stream().mapToLong(Long::longValue).sum(), onTopic);
                if (ends.entrySet().stream()
                        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
                    return;
                }
                Thread.sleep(POLL.toMillis());
            }
        } catch (ExecutionException e) {
            throw new StackException("Kafka does not tell how far the jobs are: " + e.getCause(), e);
        }
    }

    private static Map<TopicPartition, Long> endOffsets(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (TopicDescription topic : admin.describeTopics(List.of(Topics.PRICE_OBSERVATIONS))
                .allTopicNames()
                .get()
                .values()) {
            topic.partitions()
                    .forEach(partition ->
                            asked.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                admin.listOffsets(asked).all().get().entrySet()) {
            ends.put(end.getKey(), end.getValue().offset());
        }
        return ends;
    }

    private static Map<TopicPartition, Long> positions(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        admin.listConsumerGroupOffsets(JobConfig.GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, position) -> {
                    if (position != null) {
                        positions.put(partition, position.offset());
                    }
                });
        return positions;
    }
}
