package smarttravel.stack.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import smarttravel.events.Topics;
import smarttravel.jobs.config.JobConfig;

/** The topics of every stack. Observations are kept for ever: they are what everything else can be computed from again. */
public final class TravelTopics {
    /** Partitions of the topics keyed by offer: twice the cores of a small machine. */
    public static final int PARTITIONS = 4;

    /** The largest file that a topic of files takes, with what Kafka puts around it. */
    public static final int LARGEST_FILE = 32 * 1024 * 1024;

    private static final String FOR_EVER = "-1";
    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);
    private static final Duration TASKS_KEPT = Duration.ofDays(7);

    /** Tasks that were published before the first crawler joined count too; a page in hand stays so for a minute. */
    public static final Map<String, String> CRAWLERS =
            Map.of("share.auto.offset.reset", "earliest", "share.record.lock.duration.ms", "60000");

    private TravelTopics() {}

    /** Makes the topics that do not exist yet. */
    public static void create(String bootstrapServers) {
        List<NewTopic> topics = List.of(
                topic(Topics.PRICE_OBSERVATIONS, FOR_EVER),
                topic(Topics.PRICE_DROPS, FOR_EVER),
                compacted(Topics.FX_RATES),
                compacted(Topics.MATCH_DECISIONS),
                compactedFiles(Topics.ADVICE_MODELS),
                topic(Topics.REJECTED_OBSERVATIONS, String.valueOf(DEAD_LETTERS_KEPT.toMillis())),
                topic(Topics.HELD_OBSERVATIONS, FOR_EVER),
                topic(Topics.PROVIDER_EVENTS, FOR_EVER),
                topic(Topics.CRAWL_DEAD_LETTERS, String.valueOf(DEAD_LETTERS_KEPT.toMillis())),
                taskTopic(Topics.CRAWL_TASKS),
                taskTopic(Topics.URGENT_CRAWL_TASKS));
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
            configureCrawlers(admin);
            prepareGroups(admin);
        }
    }

    /** What every member of the share group of crawlers has to be told before it joins. */
    private static void configureCrawlers(Admin admin) {
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, Topics.CRAWLERS);
        List<AlterConfigOp> settings = CRAWLERS.entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        try {
            admin.incrementalAlterConfigs(Map.of(group, settings)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the group " + Topics.CRAWLERS + " cannot be configured", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while configuring groups", e);
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

    /**
     * One partition: every member of a share group then gets any task. With more, each member is served by some partitions
     * only, and those of a killed one wait until its membership ends.
     */
    private static NewTopic taskTopic(String name) {
        return new NewTopic(name, 1, (short) 1)
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(TASKS_KEPT.toMillis())));
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

    /** Of several records of one key the last stays. */
    private static NewTopic compacted(String name) {
        return new NewTopic(name, PARTITIONS, (short) 1)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime"));
    }

    /** Whole files, in one partition so that one of them is the last. */
    private static NewTopic compactedFiles(String name) {
        return new NewTopic(name, 1, (short) 1)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(LARGEST_FILE),
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime"));
    }

    /** Every topic's name. */
    public static List<String> names() {
        return List.of(
                Topics.PRICE_OBSERVATIONS,
                Topics.PRICE_DROPS,
                Topics.FX_RATES,
                Topics.MATCH_DECISIONS,
                Topics.ADVICE_MODELS,
                Topics.REJECTED_OBSERVATIONS,
                Topics.HELD_OBSERVATIONS,
                Topics.PROVIDER_EVENTS,
                Topics.CRAWL_DEAD_LETTERS,
                Topics.CRAWL_TASKS,
                Topics.URGENT_CRAWL_TASKS);
    }
}
