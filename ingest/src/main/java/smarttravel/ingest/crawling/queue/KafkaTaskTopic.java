package smarttravel.ingest.crawling.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import smarttravel.events.Topics;
import smarttravel.ingest.crawling.ledger.CrawlTask;
import smarttravel.ingest.crawling.ledger.TaskTopic;

/** Tasks and dead letters on their way into Kafka. May be used by several threads. */
public final class KafkaTaskTopic implements TaskTopic, DeadLetters, AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;
    private final Clock clock;

    private KafkaTaskTopic(Producer<byte[], byte[]> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /** Over a producer of its own. */
    public static KafkaTaskTopic connect(String bootstrapServers, Clock clock) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                PATIENCE_MILLIS);
        return new KafkaTaskTopic(
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()), clock);
    }

    @Override
    public void publish(List<CrawlTask> tasks) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(tasks.size());
        for (CrawlTask task : tasks) {
            sent.add(send(task.lane().topic(), task.provider(), TaskJson.write(task)));
        }
        sent.forEach(KafkaTaskTopic::await);
    }

    @Override
    public void tell(CrawlTask task, String reason, String message) {
        ObjectNode letter = TaskJson.tree(task)
                .put("reason", reason)
                .put("message", message)
                .put("attempts", task.attempts())
                .put("at", clock.instant().toString());
        await(send(Topics.CRAWL_DEAD_LETTERS, task.provider(), TaskJson.bytes(letter)));
    }

    private Future<RecordMetadata> send(String topic, String key, byte[] value) {
        return producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value));
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a task could not be written", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing a task", e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
