package smarttravel.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RejectedRecordTest {
    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");

    @Test
    void aDeadLetterSaysWhatWhereAndWhy() {
        RejectedRecord record = new RejectedRecord(RejectReason.BAD_DATE, "no such day", "f.csv:7", "raw \"row\"", NOW);

        assertThat(new String(RejectedRecordJson.write(record), UTF_8))
                .isEqualTo("{\"reason\":\"bad-date\",\"message\":\"no such day\",\"source\":\"f.csv:7\","
                        + "\"payload\":\"raw \\\"row\\\"\",\"rejectedAt\":\"2026-08-01T00:00:00Z\"}");
    }

    @Test
    void aLongPayloadIsCutAndCanStillBeWritten() {
        String beaches = "x" + "\ud83c\udfd6".repeat(RejectedRecord.MAX_PAYLOAD_CHARS);
        RejectedRecord record = new RejectedRecord(RejectReason.BAD_DATE, beaches, "f.csv:7", beaches, NOW);

        assertThat(record.payload()).hasSize(RejectedRecord.MAX_PAYLOAD_CHARS).endsWith("\ufffd");
        assertThat(RejectedRecordJson.write(record)).isNotEmpty();
    }
}
