package smarttravel.ingest.rates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import smarttravel.events.FxRate;
import smarttravel.events.RejectedRecord;
import smarttravel.events.Rejection;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.ingest.feeds.FeedEnd;
import smarttravel.ingest.feeds.ReplayProgress;
import smarttravel.ingest.feeds.ReplayProgress.Position;
import smarttravel.ingest.feeds.ReplayReport;
import smarttravel.ingest.feeds.ReplayReport.RejectedRow;
import smarttravel.ingest.feeds.rows.FeedException;
import smarttravel.ingest.feeds.rows.RowCursor;
import smarttravel.ingest.feeds.rows.RowFile;
import smarttravel.ingest.publishing.ObservationPublisher;
import smarttravel.ingest.publishing.PublishException;
import smarttravel.ingest.yaml.YamlFileException;

/** Publishes a table of exchange rates; a row that cannot be used is a dead letter whose source is {@code file:line}. */
public final class RateReplay {
    private static final int ROWS_PER_REPORT = 1_000;

    private final Path file;
    private final RateMapping mapping;
    private final ObservationPublisher publisher;
    private final ReplayProgress progress;
    private final Clock clock;
    private final SortedMap<String, Long> rejectedByReason = new TreeMap<>();
    private final List<RejectedRow> firstRejections = new ArrayList<>();
    private long accepted;
    private long rejected;

    /** A replay of one file; the caller closes the publisher. */
    public RateReplay(
            Path file, RateMapping mapping, ObservationPublisher publisher, ReplayProgress progress, Clock clock) {
        this.file = file;
        this.mapping = mapping;
        this.publisher = publisher;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Publishes every rate and waits until the broker has all of them.
     *
     * @return with rates counted as accepted, rows as rejected
     * @throws FeedException when the file is missing or empty
     * @throws YamlFileException when the file lacks a column
     * @throws PublishException when the broker did not take a record
     */
    public ReplayReport run() throws IOException {
        RowFile rows = mapping.rowsOf(file);
        Map<String, String> currencies = mapping.currencies(rows.columns());
        List<String> codes = List.copyOf(currencies.keySet());
        List<String> wanted = new ArrayList<>(List.of(mapping.date()));
        wanted.addAll(currencies.values());
        try (RowCursor row = rows.open(wanted)) {
            for (long count = 1; row.advance(); count++) {
                publish(row, codes);
                if (count % ROWS_PER_REPORT == 0) {
                    report(row);
                }
            }
            publisher.flush();
            report(row);
            FeedEnd end = row.damage().<FeedEnd>map(FeedEnd.Truncated::new).orElseGet(FeedEnd.Complete::new);
            return new ReplayReport(accepted, rejected, rejectedByReason, firstRejections, end, publisher.endOffsets());
        }
    }

    private void publish(RowCursor row, List<String> codes) {
        Rejection problem = row.problem();
        if (problem != null) {
            reject(problem, row);
            return;
        }
        try {
            List<FxRate> rates = mapping.rates(row, codes);
            rates.forEach(publisher::publish);
            accepted += rates.size();
        } catch (RejectedException e) {
            reject(e.rejection(), row);
        }
    }

    private void reject(Rejection rejection, RowCursor row) {
        publisher.reject(new RejectedRecord(
                rejection.reason(),
                rejection.message(),
                file.getFileName() + ":" + row.line(),
                row.raw(),
                clock.instant()));
        rejected++;
        rejectedByReason.merge(rejection.reason().code(), 1L, Long::sum);
        if (firstRejections.size() < ReplayReport.SHOWN) {
            firstRejections.add(new RejectedRow(row.line(), rejection.reason(), rejection.message()));
        }
    }

    private void report(RowCursor row) throws IOException {
        progress.at(new Position(accepted + rejected, accepted, rejected, row.bytesRead(), Files.size(file)));
    }
}
