package smarttravel.stack.kafka;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import smarttravel.events.Topics;
import smarttravel.jobs.config.JobConfig;

/** The topics of every stack. Observations are kept for ever: they are what everything else can be computed from again. */
public final class TravelTopics {
    /** Partitions of the topics keyed by offer: twice the cores of a small machine. */
    public static final int PARTITIONS = 4;

    private static final String FOR_EVER = "-1";
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

    private TravelTopics() {}

    /** Makes the topics that do not exist yet. */
    public static void create(String bootstrapServers) {
        List<NewTopic> topics = List.of(
                topic(Topics.PRICE_OBSERVATIONS, FOR_EVER),
                topic(Topics.PRICE_DROPS, FOR_EVER),
                topic(Topics.REJECTED_OBSERVATIONS, String.valueOf(DEAD_LETTERS_KEPT.toMillis())));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(topics).values().forEach((name, creation) -> {
                try {
                    creation.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("topic " + name + " cannot be made", e.getCause());
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while making topics", e);
                }
            });
            prepareGroups(admin);
        }
    }

    /** Asks for a group once, so that the broker makes the topic of positions before the first reader needs it. */
    private static void prepareGroups(Admin admin) {
        try {
            var unused = admin.listConsumerGroupOffsets(JobConfig.GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker's groups are not ready", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while preparing groups", e);
        }
    }

    /** The broker stamps each record with its own time, against which "observed in the future" is judged. */
    private static NewTopic topic(String name, String retentionMillis) {
        return new NewTopic(name, PARTITIONS, (short) 1)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        retentionMillis,
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime"));
    }

    /** Every topic's name. */
    public static List<String> names() {
        return Arrays.asList(Topics.PRICE_OBSERVATIONS, Topics.PRICE_DROPS, Topics.REJECTED_OBSERVATIONS);
    }
}
