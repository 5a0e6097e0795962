package smarttravel.jobs.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.events.RejectReason;
import smarttravel.events.RejectedRecord;
import smarttravel.events.RejectedRecordJson;

class DeadLetterSchemaTest {
    private static final Instant RECEIVED = Instant.parse("2026-01-05T12:00:00Z");

    @Test
    void readsALetterAsItWasWritten() {
        RejectedRecord written = new RejectedRecord(
                RejectReason.BAD_AMOUNT, "amount 'ten'", "price-observations/3/41", "{\"amount\":\"ten\"}", RECEIVED);

        assertThat(read(RejectedRecordJson.write(written)))
                .isEqualTo(new DeadLetter(
                        "bad-amount",
                        "amount 'ten'",
                        "price-observations/3/41",
                        "{\"amount\":\"ten\"}",
                        RECEIVED,
                        1,
                        9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>", "[1]", "\"bad-amount\"", "{\"a\":1}", "{\"reason\":\"x\"", "{\"reason\":7}", "{}x"})
    void keepsAnUnreadableLetterWhole(String text) {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new DeadLetter("unreadable-letter", "", "rejected-observations/1/9", text, RECEIVED, 1, 9));
    }

    @Test
    void keepsALetterWithAnImpossibleDateWhole() {
        String text = "{\"reason\":\"bad-date\",\"rejectedAt\":\"yesterday\"}";

        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).payload()).isEqualTo(text);
    }

    @Test
    void aTombstoneIsAnEmptyLetter() {
        assertThat(read(null))
                .isEqualTo(new DeadLetter("unreadable-letter", "", "rejected-observations/1/9", "", RECEIVED, 1, 9));
    }

    private static DeadLetter read(byte @Nullable [] value) {
        List<DeadLetter> letters = new ArrayList<>();
        new DeadLetterSchema()
                .deserialize(
                        new ConsumerRecord<>(
                                "rejected-observations",
                                1,
                                9,
                                RECEIVED.toEpochMilli(),
                                TimestampType.LOG_APPEND_TIME,
                                0,
                                0,
                                new byte[0],
                                value,
                                new RecordHeaders(),
                                Optional.empty()),
                        new ListCollector<>(letters));
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }
}
