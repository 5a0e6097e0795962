package smarttravel.ingest.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.events.Topics;

/** The way of {@link ProviderEvent}s to their topic, keyed by provider. What they tell stands in PostgreSQL too. */
public final class KafkaProviderEvents implements Consumer<ProviderEvent>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaProviderEvents.class);

    private final KafkaProducer<byte[], byte[]> producer;

    private KafkaProviderEvents(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Over a broker.
     *
     * @param kafka bootstrap servers
     */
    public static KafkaProviderEvents connect(String kafka) {
        return new KafkaProviderEvents(new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer()));
    }

    @Override
    public void accept(ProviderEvent event) {
        Future<RecordMetadata> unused = producer.send(
                new ProducerRecord<>(Topics.PROVIDER_EVENTS, event.provider().getBytes(UTF_8), event.json()),
                (written, failure) -> {
                    if (failure != null) {
                        LOG.warn("an event of provider {} was not told", event.provider(), failure);
                    }
                });
    }

    /** Lets what was told go out. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
