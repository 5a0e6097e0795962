package smarttravel.ingest.health;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import smarttravel.events.Topics;

/**
 * What becomes of the observations of a provider in quarantine: released to the topic that they were meant for, or
 * discarded. Doing either twice changes nothing, also when the first time was cut off.
 */
public final class HeldObservations {
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Quarantines quarantines;
    private final java.util.function.Consumer<ProviderEvent> events;
    private final Clock clock;

    /**
     * Over a broker.
     *
     * @param kafka bootstrap servers
     */
    public HeldObservations(
            String kafka,
            PostgresQuarantines quarantines,
            java.util.function.Consumer<ProviderEvent> events,
            Clock clock) {
        this(() -> consumer(kafka), () -> producer(kafka), quarantines, events, clock);
    }

    HeldObservations(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Supplier<Producer<byte[], byte[]>> producers,
            Quarantines quarantines,
            java.util.function.Consumer<ProviderEvent> events,
            Clock clock) {
        this.consumers = consumers;
        this.producers = producers;
        this.quarantines = quarantines;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Publishes what is held, takes the held pages as the provider's new norm and lifts the quarantine.
     *
     * @return how many observations were published
     * @throws KafkaException when one could not be written: the provider stays in quarantine
     */
    public long release(String provider) {
        Instant since = quarantines.heldSince(provider);
        long published;
        try (Consumer<byte[], byte[]> held = consumers.get();
                Producer<byte[], byte[]> producer = producers.get()) {
            UndecidedObservations undecided = new UndecidedObservations(held, quarantines.decided(provider));
            published = publish(provider, undecided, since, producer);
            quarantines.released(provider, undecided.ends(), since);
            published += publishRest(provider, undecided, since, producer);
        }
        tell(provider, ProviderEvent.What.RELEASED, published + " observations published");
        return published;
    }

    /** Workers go on holding until they see that the quarantine is lifted. */
    private long publishRest(
            String provider, UndecidedObservations undecided, Instant since, Producer<byte[], byte[]> producer) {
        long published = 0;
        while (undecided.hasGrown() && !quarantines.holds(provider)) {
            long rest = publish(provider, undecided, since, producer);
            if (rest == 0) {
                break;
            }
            quarantines.releasedToo(provider, undecided.ends(), since);
            published += rest;
        }
        return published;
    }

    private static long publish(
            String provider, UndecidedObservations undecided, Instant since, Producer<byte[], byte[]> producer) {
        AtomicReference<Exception> failed = new AtomicReference<>();
        long published = undecided.forEach(provider, since, record -> {
            Future<RecordMetadata> unused = producer.send(
                    new ProducerRecord<>(
                            Topics.PRICE_OBSERVATIONS, null, record.key(), record.value(), record.headers()),
                    (written, failure) -> {
                        if (failure != null) {
                            failed.compareAndSet(null, failure);
                        }
                    });
        });
        producer.flush();
        Exception failure = failed.get();
        if (failure != null) {
            throw new KafkaException("not all observations held of " + provider + " could be published", failure);
        }
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
        try (Consumer<byte[], byte[]> held = consumers.get()) {
            UndecidedObservations undecided = new UndecidedObservations(held, quarantines.decided(provider));
            discarded = undecided.forEach(provider, Instant.EPOCH, record -> {});
            decided = undecided.ends();
        }
        quarantines.discarded(provider, decided);
        tell(provider, ProviderEvent.What.DISCARDED, discarded + " observations discarded");
        return discarded;
    }

    private void tell(String provider, ProviderEvent.What what, String message) {
        events.accept(new ProviderEvent(provider, what, Optional.empty(), message, clock.instant()));
    }

    private static Consumer<byte[], byte[]> consumer(String kafka) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static Producer<byte[], byte[]> producer(String kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
