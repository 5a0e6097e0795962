package smarttravel.jobs.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smarttravel.events.PriceObservation;
import smarttravel.events.PriceObservationJson;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.jobs.testing.Sightings;

class ParseObservationsTest {
    private static final PriceObservation SEEN = Sightings.priced(Duration.ZERO, "100.00");
    private static final Instant RECEIVED = Sightings.START.plusSeconds(5);

    private OneInputStreamOperatorTestHarness<RawRecord, ReceivedObservation> operator;

    @BeforeEach
    void open() throws Exception {
        operator = new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new ParseObservations()));
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void readsARecordWithAndWithoutAVersion() throws Exception {
        take(PriceObservationJson.write(SEEN), "1");
        take(PriceObservationJson.write(SEEN), null);

        assertThat(operator.extractOutputValues())
                .containsExactly(
                        new ReceivedObservation(SEEN.key(), SEEN, 3, 41, RECEIVED),
                        new ReceivedObservation(SEEN.key(), SEEN, 3, 41, RECEIVED));
        assertThat(rejected()).isEmpty();
    }

    @Test
    void refusesAnotherVersionEvenIfItCouldBeRead() throws Exception {
        take(PriceObservationJson.write(SEEN), "2");

        assertThat(operator.extractOutputValues()).isEmpty();
        assertThat(rejected()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(RejectReason.SCHEMA_VERSION);
            assertThat(letter.message()).contains("'2'");
            assertThat(letter.payload()).isEqualTo(text(PriceObservationJson.write(SEEN)));
        });
    }

    @Test
    void refusesATombstone() throws Exception {
        take(null, "1");

        assertThat(rejected())
                .containsExactly(new RejectedRecord(
                        RejectReason.MALFORMED_JSON,
                        "the record has no value",
                        "price-observations/3/41",
                        "",
                        RECEIVED));
    }

    @Test
    void refusesWhatIsNotJsonAndGoesOn() throws Exception {
        take(bytes("{\"provider\":"), "1");
        take(bytes("<html>"), "1");
        take(new byte[] {(byte) 0xff, (byte) 0xfe, 0}, "1");
        take(new byte[0], "1");
        take(PriceObservationJson.write(SEEN), "1");

        assertThat(operator.extractOutputValues()).hasSize(1);
        assertThat(rejected()).hasSize(4).extracting(RejectedRecord::reason).containsOnly(RejectReason.MALFORMED_JSON);
        assertThat(rejected().get(1).payload()).isEqualTo("<html>");
    }

    @Test
    void judgesTheFutureByTheRecordsTimeNotByTheClock() throws Exception {
        PriceObservation ahead = Sightings.priced(Duration.ofHours(2), "100");

        take(PriceObservationJson.write(ahead), "1");

        assertThat(rejected()).extracting(RejectedRecord::reason).containsExactly(RejectReason.FUTURE_OBSERVATION);
    }

    private void take(byte @Nullable [] value, @Nullable String version) throws Exception {
        operator.processElement(new StreamRecord<>(new RawRecord(value, version, 3, 41, RECEIVED)));
    }

    private List<RejectedRecord> rejected() {
        var letters = operator.getSideOutput(ParseObservations.REJECTED);
        return letters == null
                ? List.of()
                : letters.stream().map(StreamRecord::getValue).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
