package smarttravel.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.events.RejectReason;
import smarttravel.events.Topics;
import smarttravel.ingest.feeds.ReplayProgress.Position;
import smarttravel.ingest.feeds.ReplayReport.RejectedRow;
import smarttravel.ingest.publishing.ObservationPublisher;

class ReplayTest {
    @TempDir
    Path folder;

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final List<Position> positions = new ArrayList<>();

    @Test
    void everyRowIsPublishedOrADeadLetter() throws IOException, InterruptedException {
        String rows = """
                7,MAD,2027-01-15,1,EUR,2026-07-07
                7,MAD,2027-01-15,-1,EUR,2026-07-08
                7,MAD,2027-01-15,2,ZZZ,2026-07-08
                7,MAD,2027-01-15,2,EUR,2026-07-09
                8,MAD
                """;

        ReplayReport report = replay(rows);

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(3);
        assertThat(report.rejectedByReason())
                .containsExactly(
                        Map.entry("amount-not-positive", 1L),
                        Map.entry("unknown-currency", 1L),
                        Map.entry("unreadable-row", 1L));
        assertThat(report.firstRejections())
                .first()
                .isEqualTo(new RejectedRow(3, RejectReason.AMOUNT_NOT_POSITIVE, "amount '-1' must be above 0"));
        assertThat(report.truncated()).isFalse();
        assertThat(report.endOffsets()).containsExactly(Map.entry(0, 2L));
        assertThat(producer.history())
                .extracting("topic")
                .filteredOn(Topics.REJECTED_OBSERVATIONS::equals)
                .hasSize(3);
        assertThat(producer.history().get(1).value())
                .asString(StandardCharsets.UTF_8)
                .contains("\"source\":\"feed.csv:3\"", "\"payload\":\"7,MAD,2027-01-15,-1,EUR,2026-07-08\"");
    }

    @Test
    void onlyTheFirstTwentyRefusedRowsAreTold() throws IOException, InterruptedException {
        ReplayReport report = replay("bad\n".repeat(50));

        assertThat(report.rejected()).isEqualTo(50);
        assertThat(report.firstRejections()).hasSize(20);
    }

    @Test
    void progressIsToldOnTheWayAndAtTheEnd() throws IOException, InterruptedException {
        replay("7,MAD,2027-01-15,1,EUR,2026-07-07\n".repeat(2_500));

        assertThat(positions).extracting(Position::rows).containsExactly(1_000L, 2_000L, 2_500L);
        assertThat(positions)
                .last()
                .satisfies(end -> assertThat(end.bytesRead()).isEqualTo(end.bytesTotal()));
    }

    @Test
    void aCutFeedIsReplayedUpToTheCut() throws IOException, InterruptedException {
        ReplayReport report = replay("7,MAD,2027-01-15,1,EUR,2026-07-07\n\"7,MAD");

        assertThat(report.truncated()).isTrue();
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
    }

    private ReplayReport replay(String rows) throws IOException, InterruptedException {
        try (Feed feed = FeedFiles.open(folder, rows);
                ObservationPublisher publisher = new ObservationPublisher(producer)) {
            return new Replay(feed, publisher, Pace.unlimited(), positions::add, FeedFiles.CLOCK).run();
        }
    }
}
