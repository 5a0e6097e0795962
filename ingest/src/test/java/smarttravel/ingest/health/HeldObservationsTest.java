package smarttravel.ingest.health;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.events.Topics;

class HeldObservationsTest {
    private static final Instant MONDAY = Instant.parse("2026-07-06T12:00:00Z");
    private static final TopicPartition HELD = new TopicPartition(Topics.HELD_OBSERVATIONS, 0);

    private final MockConsumer<byte[], byte[]> topic = new MockConsumer<>("earliest");
    private final QuarantinesInMemory quarantines = new QuarantinesInMemory();
    private final List<ProviderEvent> events = new ArrayList<>();
    private long end;

    @BeforeEach
    void theTopicHasOnePartition() {
        topic.updatePartitions(
                HELD.topic(), List.of(new PartitionInfo(HELD.topic(), HELD.partition(), null, null, null)));
        topic.updateBeginningOffsets(Map.of(HELD, 0L));
        topic.updateEndOffsets(Map.of(HELD, 0L));
    }

    @Test
    void whatAProviderHoldsSinceItsQuarantineBeganIsPublished() {
        later(() -> {
            hold("sol", "a", MONDAY.minusSeconds(1));
            hold("sol", "b", MONDAY);
            hold("luna", "c", MONDAY);
        });
        end(3);
        MockProducer<byte[], byte[]> producer = producer();

        long published = over(producer).release("sol");

        assertThat(published).isEqualTo(1);
        assertThat(keys(producer)).containsExactly("sol/b");
        assertThat(quarantines.decided).containsEntry(0, 3L);
        assertThat(events).extracting(ProviderEvent::what).containsExactly(ProviderEvent.What.RELEASED);
    }

    @Test
    void anObservationThatCannotBeWrittenLeavesTheProviderInQuarantine() {
        later(() -> hold("sol", "a", MONDAY));
        end(1);
        MockProducer<byte[], byte[]> failing =
                new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized void flush() {
                        errorNext(new KafkaException("the disk is full"));
                    }
                };

        assertThatThrownBy(() -> over(failing).release("sol")).hasRootCauseMessage("the disk is full");

        assertThat(quarantines.holds("sol")).isTrue();
        assertThat(quarantines.decided).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void whatWorkersHoldWhileTheQuarantineIsLiftedIsPublishedToo() {
        later(() -> hold("sol", "a", MONDAY));
        end(1);
        quarantines.whenLifted = () -> {
            hold("sol", "b", MONDAY.plusSeconds(5));
            end(2);
        };
        MockProducer<byte[], byte[]> producer = producer();

        long published = over(producer).release("sol");

        assertThat(published).isEqualTo(2);
        assertThat(keys(producer)).containsExactly("sol/a", "sol/b");
        assertThat(quarantines.decided).containsEntry(0, 2L);
    }

    @Test
    void whatIsHeldForANewReasonRightAfterwardsIsNotPublished() {
        later(() -> hold("sol", "a", MONDAY));
        end(1);
        quarantines.whenLifted = () -> {
            quarantines.quarantined = true;
            hold("sol", "b", MONDAY.plusSeconds(5));
            end(2);
        };
        MockProducer<byte[], byte[]> producer = producer();

        over(producer).release("sol");

        assertThat(keys(producer)).containsExactly("sol/a");
        assertThat(quarantines.decided).containsEntry(0, 1L);
        assertThat(quarantines.holds("sol")).isTrue();
    }

    @Test
    void whatWasDecidedOnIsNotPublishedAgain() {
        later(() -> {
            hold("sol", "a", MONDAY);
            hold("sol", "b", MONDAY);
        });
        end(2);
        quarantines.decided.put(0, 1L);
        MockProducer<byte[], byte[]> producer = producer();

        over(producer).release("sol");

        assertThat(keys(producer)).containsExactly("sol/b");
    }

    @Test
    void discardedObservationsArePublishedNowhere() {
        later(() -> hold("sol", "a", MONDAY));
        end(1);
        MockProducer<byte[], byte[]> producer = producer();

        assertThat(over(producer).discard("sol")).isEqualTo(1);

        assertThat(producer.history()).isEmpty();
        assertThat(quarantines.holds("sol")).isFalse();
        assertThat(quarantines.decided).containsEntry(0, 1L);
    }

    private HeldObservations over(MockProducer<byte[], byte[]> producer) {
        return new HeldObservations(
                () -> topic, () -> producer, quarantines, events::add, Clock.fixed(MONDAY, ZoneOffset.UTC));
    }

    private static MockProducer<byte[], byte[]> producer() {
        return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static List<String> keys(MockProducer<byte[], byte[]> producer) {
        return producer.history().stream()
                .map(published -> new String(published.key(), UTF_8))
                .toList();
    }

    /** The topic takes records only once it is read. */
    private void later(Runnable action) {
        topic.schedulePollTask(action);
    }

    private void hold(String provider, String offer, Instant at) {
        topic.addRecord(new ConsumerRecord<>(
                HELD.topic(),
                HELD.partition(),
                end++,
                at.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                (provider + "/" + offer).getBytes(UTF_8),
                new byte[0],
                new RecordHeaders(),
                Optional.empty()));
    }

    private void end(long offset) {
        topic.updateEndOffsets(Map.of(HELD, offset));
    }

    /** One provider in quarantine since Monday. */
    private static final class QuarantinesInMemory implements Quarantines {
        private final Map<Integer, Long> decided = new HashMap<>();
        private boolean quarantined = true;
        private Runnable whenLifted = () -> {};

        @Override
        public Map<Integer, Long> decided(String provider) {
            return Map.copyOf(decided);
        }

        @Override
        public boolean holds(String provider) {
            return quarantined;
        }

        @Override
        public Instant heldSince(String provider) {
            return MONDAY;
        }

        @Override
        public void released(String provider, Map<Integer, Long> ends, Instant since) {
            quarantined = false;
            decided.putAll(ends);
            whenLifted.run();
        }

        @Override
        public void releasedToo(String provider, Map<Integer, Long> ends, Instant since) {
            decided.putAll(ends);
        }

        @Override
        public void discarded(String provider, Map<Integer, Long> ends) {
            quarantined = false;
            decided.putAll(ends);
        }
    }
}
