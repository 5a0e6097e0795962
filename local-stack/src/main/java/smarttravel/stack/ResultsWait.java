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
import smarttravel.jobs.rejected.RejectedJob;

/**
 * Waits until the tables hold what is on the topic. The jobs make their reading position known only with a completed
 * checkpoint, and by then everything up to it is written; so a position at or past the topic's end says it all.
 */
public final class ResultsWait {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private ResultsWait() {}

    /** Told how many observations of how many are in the tables. */
    @FunctionalInterface
    public interface Progress {
        void at(long inTables, long onTopic);
    }

    /**
     * Returns when the tables hold everything that was on the topic of observations at the time of the call, the exchange
     * rates, analysts' decisions, and what was refused.
     *
     * @throws StackException when nothing has moved for {@link #PATIENCE}
     */
    public static void await(String bootstrapServers, Progress progress) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            await(admin, Topics.PRICE_OBSERVATIONS, JobConfig.GROUP, progress);
            await(admin, Topics.FX_RATES, JobConfig.GROUP, (inTables, onTopic) -> {});
            await(admin, Topics.MATCH_DECISIONS, JobConfig.GROUP, (inTables, onTopic) -> {});
            await(admin, Topics.REJECTED_OBSERVATIONS, RejectedJob.group(JobConfig.GROUP), (inTables, onTopic) -> {});
        } catch (ExecutionException e) {
            throw new StackException("Kafka does not tell how far the jobs are: " + e.getCause(), e);
        }
    }

    private static void await(Admin admin, String topic, String group, Progress progress)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = endOffsets(admin, topic);
        long onTopic = sum(ends);
        long before = -1;
        long movedAt = System.nanoTime();
        while (true) {
            Map<TopicPartition, Long> positions = positions(admin, group);
            positions.keySet().removeIf(partition -> !partition.topic().equals(topic));
            long now = sum(positions);
            progress.at(now, onTopic);
            if (ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
                return;
            }
            if (now != before) {
                before = now;
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > PATIENCE.toNanos()) {
                throw new StackException("The jobs have not moved for " + PATIENCE.toSeconds() + " s: " + now + " of "
                        + onTopic + " records of " + topic + " are in the tables. /health/ready says what is wrong.");
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<TopicPartition, Long> endOffsets(Admin admin, String name)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (TopicDescription topic :
                admin.describeTopics(List.of(name)).allTopicNames().get().values()) {
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

    private static Map<TopicPartition, Long> positions(Admin admin, String group)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
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
