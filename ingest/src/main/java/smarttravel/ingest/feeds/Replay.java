package smarttravel.ingest.feeds;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import smarttravel.events.RejectedRecord;
import smarttravel.ingest.feeds.ReplayProgress.Position;
import smarttravel.ingest.feeds.ReplayReport.RejectedRow;
import smarttravel.ingest.publishing.ObservationPublisher;
import smarttravel.ingest.publishing.PublishException;

/**
 * Publishes a feed: its observations to their topic, its refused rows as dead letters whose source is {@code file:line}.
 *
 * <pre>
 *   Feed ── Mapped ──> price-observations
 *        └─ Refused ─> rejected-observations
 * </pre>
 *
 * Runs once.
 */
public final class Replay {
    private static final int ROWS_PER_REPORT = 1_000;

    private final Feed feed;
    private final ObservationPublisher publisher;
    private final Pace pace;
    private final ReplayProgress progress;
    private final Clock clock;
    private final SortedMap<String, Long> rejectedByReason = new TreeMap<>();
    private final List<RejectedRow> firstRejections = new ArrayList<>();
    private long accepted;
    private long rejected;

    /**
     * A replay of one feed; the caller closes feed and publisher.
     *
     * @param clock tells when a refused row was received
     */
    public Replay(Feed feed, ObservationPublisher publisher, Pace pace, ReplayProgress progress, Clock clock) {
        this.feed = feed;
        this.publisher = publisher;
        this.pace = pace;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Publishes every row and waits until the broker has all of them.
     *
     * @throws PublishException when the broker did not take a record
     * @throws InterruptedException when interrupted while waiting for its pace
     */
    public ReplayReport run() throws InterruptedException {
        while (feed.hasNext()) {
            pace.await();
            publish(feed.next());
            if ((accepted + rejected) % ROWS_PER_REPORT == 0) {
                report();
            }
        }
        publisher.flush();
        report();
        return new ReplayReport(
                accepted, rejected, rejectedByReason, firstRejections, feed.end(), publisher.endOffsets());
    }

    private void publish(FeedRow row) {
        if (row instanceof FeedRow.Mapped mapped) {
            publisher.publish(mapped.observation());
            accepted++;
        } else if (row instanceof FeedRow.Refused refused) {
            reject(refused);
        }
    }

    private void reject(FeedRow.Refused row) {
        publisher.reject(new RejectedRecord(
                row.rejection().reason(),
                row.rejection().message(),
                feed.name() + ":" + row.line(),
                row.payload(),
                clock.instant()));
        rejected++;
        rejectedByReason.merge(row.rejection().reason().code(), 1L, Long::sum);
        if (firstRejections.size() < ReplayReport.SHOWN) {
            firstRejections.add(new RejectedRow(
                    row.line(), row.rejection().reason(), row.rejection().message()));
        }
    }

    private void report() {
        progress.at(new Position(accepted + rejected, accepted, rejected, feed.bytesRead(), feed.bytesTotal()));
    }
}
