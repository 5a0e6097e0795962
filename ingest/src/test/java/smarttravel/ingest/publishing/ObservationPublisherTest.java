package smarttravel.ingest.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import smarttravel.events.PriceObservation;
import smarttravel.events.PriceObservationJson;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;

class ObservationPublisherTest {
    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
    private static final PriceObservation SEEN = PriceObservationJson.read("""
            {"provider":"ola","offerId":"cún-7","kind":"FLIGHT","destination":"CUN","departure":"2027-01-15",
             "amount":"99.50","currency":"EUR","observedAt":"2026-07-07T00:00:00Z"}""".getBytes(UTF_8), NOW);

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final ObservationPublisher publisher = new ObservationPublisher(producer);

    @Test
    void anObservationHasItsKeyItsVersionAndItsJson() {
        publisher.publish(SEEN);

        ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
        assertThat(sent.topic()).isEqualTo("price-observations");
        assertThat(sent.key()).asString(UTF_8).isEqualTo("ola/cún-7");
        assertThat(sent.headers().lastHeader("schema-version").value())
                .asString(UTF_8)
                .isEqualTo("1");
        assertThat(PriceObservationJson.read(sent.value(), NOW)).isEqualTo(SEEN);
    }

    @Test
    void aDeadLetterIsKeyedByItsSource() {
        publisher.reject(new RejectedRecord(RejectReason.BAD_DATE, "no", "f.csv:7", "raw", NOW));

        ProducerRecord<byte[], byte[]> sent = producer.history().get(0);
        assertThat(sent.topic()).isEqualTo("rejected-observations");
        assertThat(sent.key()).asString(UTF_8).isEqualTo("f.csv:7");
        assertThat(sent.value()).asString(UTF_8).contains("\"reason\":\"bad-date\"");
    }

    @Test
    void onlyWhatTheBrokerHasIsCounted() {
        publisher.publish(SEEN);
        publisher.publish(SEEN);
        assertThat(publisher.accepted()).isZero();

        producer.completeNext();

        assertThat(publisher.accepted()).isEqualTo(1);
        assertThat(publisher.endOffsets()).containsEntry(0, 1L);
    }

    @Test
    void aFailureSurfacesAtTheNextCall() {
        publisher.publish(SEEN);
        producer.errorNext(new TimeoutException("broker away"));

        assertThatThrownBy(() -> publisher.publish(SEEN))
                .isInstanceOf(PublishException.class)
                .hasMessage("a record could not be written to price-observations: broker away");
        assertThatThrownBy(publisher::flush).isInstanceOf(PublishException.class);
        assertThat(publisher.accepted()).isZero();
    }

    @Test
    void aSendThatIsRefusedAtOnceSurfacesToo() {
        producer.sendException = new TimeoutException("buffer full");

        assertThatThrownBy(() -> publisher.publish(SEEN))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("buffer full");
    }

    @Test
    void flushWaitsForEverything() {
        publisher.publish(SEEN);
        publisher.reject(new RejectedRecord(RejectReason.BAD_DATE, "no", "f.csv:7", "raw", NOW));

        publisher.flush();

        assertThat(publisher.accepted()).isEqualTo(1);
        assertThat(publisher.rejected()).isEqualTo(1);
    }
}
