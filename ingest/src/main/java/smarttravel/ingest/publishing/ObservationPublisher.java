package smarttravel.ingest.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import smarttravel.events.FxRate;
import smarttravel.events.FxRateJson;
import smarttravel.events.HotelDecision;
import smarttravel.events.HotelDecisionJson;
import smarttravel.events.PriceObservation;
import smarttravel.events.PriceObservationJson;
import smarttravel.events.RejectedRecord;
import smarttravel.events.RejectedRecordJson;
import smarttravel.events.Topics;

/**
 * Writes observations, rates and refusals to their topics, keyed so that one offer stays in order.
 *
 * <p>Sending is asynchronous: a record that could not be written makes the next call throw, at the latest {@link #flush}.
 * What {@link #accepted} and {@link #rejected} count is in the broker. May be used by several threads.
 */
public final class ObservationPublisher implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final Header SCHEMA =
            new RecordHeader(Topics.SCHEMA_VERSION_HEADER, Topics.SCHEMA_VERSION.getBytes(UTF_8));
    private static final List<Header> HEADERS = List.of(SCHEMA);

    private final Producer<byte[], byte[]> producer;
    private final LongAdder accepted = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final Map<Integer, Long> endOffsets = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable PublishException> failure = new AtomicReference<>();
    private final Callback onObservation = this::observationDone;
    private final Callback onRejection = this::rejectionDone;

    /** Over a producer that this object closes from now on. */
    public ObservationPublisher(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Over a producer of its own, made for throughput without loss or disorder.
     *
     * @param bootstrapServers {@code host:port}, several separated by commas
     */
    public static ObservationPublisher connect(String bootstrapServers) {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L * 1024 * 1024);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 120_000L);
        return new ObservationPublisher(
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()));
    }

    /**
     * Sends an observation.
     *
     * @throws PublishException when an earlier record could not be written, or this one not even sent
     */
    public void publish(PriceObservation observation) {
        byte[] key = observation.key().getBytes(UTF_8);
        send(Topics.PRICE_OBSERVATIONS, key, PriceObservationJson.write(observation), HEADERS, onObservation);
    }

    /**
     * Sends an observation to where it waits until somebody decides.
     *
     * @param reason stable code of why it is not believed
     * @throws PublishException when an earlier record could not be written, or this one not even sent
     */
    public void hold(PriceObservation observation, String reason) {
        byte[] key = observation.key().getBytes(UTF_8);
        List<Header> headers = List.of(SCHEMA, new RecordHeader(Topics.HELD_REASON_HEADER, reason.getBytes(UTF_8)));
        send(Topics.HELD_OBSERVATIONS, key, PriceObservationJson.write(observation), headers, this::holdingDone);
    }

    private void holdingDone(@Nullable RecordMetadata written, @Nullable Exception error) {
        if (error != null) {
            failed(Topics.HELD_OBSERVATIONS, error);
        }
    }

    /**
     * Sends an exchange rate.
     *
     * @throws PublishException when an earlier record could not be written, or this one not even sent
     */
    public void publish(FxRate rate) {
        sendKeyed(Topics.FX_RATES, rate.key(), FxRateJson.write(rate));
    }

    /**
     * Sends an analyst's decision.
     *
     * @throws PublishException when an earlier record could not be written, or this one not even sent
     */
    public void publish(HotelDecision decision) {
        sendKeyed(Topics.MATCH_DECISIONS, decision.key(), HotelDecisionJson.write(decision));
    }

    private void sendKeyed(String topic, String key, byte[] value) {
        send(topic, key.getBytes(UTF_8), value, HEADERS, (written, error) -> {
            if (error != null) {
                failed(topic, error);
            }
        });
    }

    /**
     * Sends a dead letter, keyed by its source.
     *
     * @throws PublishException when an earlier record could not be written, or this one not even sent
     */
    public void reject(RejectedRecord record) {
        byte[] key = record.source().getBytes(UTF_8);
        send(Topics.REJECTED_OBSERVATIONS, key, RejectedRecordJson.write(record), HEADERS, onRejection);
    }

    private void send(String topic, byte[] key, byte[] value, List<Header> headers, Callback done) {
        throwFailure();
        try {
            Future<RecordMetadata> unused =
                    producer.send(new ProducerRecord<>(topic, null, null, key, value, headers), done);
        } catch (KafkaException e) {
            throw new PublishException(topic, e);
        }
    }

    private void observationDone(@Nullable RecordMetadata written, @Nullable Exception error) {
        if (error != null) {
            failed(Topics.PRICE_OBSERVATIONS, error);
        } else if (written != null) {
            accepted.increment();
            endOffsets.merge(written.partition(), written.offset() + 1, Math::max);
        }
    }

    private void rejectionDone(@Nullable RecordMetadata written, @Nullable Exception error) {
        if (error != null) {
            failed(Topics.REJECTED_OBSERVATIONS, error);
        } else {
            rejected.increment();
        }
    }

    private void failed(String topic, Exception error) {
        failure.compareAndSet(null, new PublishException(topic, error));
    }

    /**
     * Waits until everything sent so far is acknowledged.
     *
     * @throws PublishException when a record could not be written
     */
    public void flush() {
        producer.flush();
        throwFailure();
    }

    private void throwFailure() {
        PublishException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    /** Observations the broker has acknowledged. */
    public long accepted() {
        return accepted.sum();
    }

    /** Dead letters the broker has acknowledged. */
    public long rejected() {
        return rejected.sum();
    }

    /** Per partition of {@code price-observations} written to, the offset after the last observation acknowledged. */
    public SortedMap<Integer, Long> endOffsets() {
        return new TreeMap<>(endOffsets);
    }

    /** Lets what was sent go out, for at most ten seconds; call {@link #flush} first to learn of failures. */
    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
