package smarttravel.ingest.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import smarttravel.ingest.feeds.mapping.FeedMapping;

/** Small feeds of one shape, written where a test says. */
final class FeedFiles {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-01T00:00:00Z"), ZoneOffset.UTC);

    static final String HEADER = "id,to,leaves,price,money,seen\n";

    static final String MAPPING = """
            absent: ["", "N/A"]
            dates: [yyyy-MM-dd, dd/MM/yyyy]
            fields:
              provider: {constant: ola}
              offerId: id
              kind: {constant: FLIGHT}
              destination: to
              departure: leaves
              amount: price
              currency: money
              observedAt: seen
            """;

    private FeedFiles() {}

    static Feed open(Path folder, String rows) throws IOException {
        return open(folder, MAPPING, "feed.csv", HEADER + rows);
    }

    static Feed open(Path folder, String mapping, String fileName, String content) throws IOException {
        Path feed = Files.writeString(folder.resolve(fileName), content);
        return Feed.open(feed, mapping(folder, mapping), CLOCK);
    }

    static FeedMapping mapping(Path folder, String yaml) throws IOException {
        return FeedMapping.read(Files.writeString(folder.resolve("M.yaml"), yaml));
    }

    static List<FeedRow> rows(Feed feed) {
        List<FeedRow> rows = new ArrayList<>();
        feed.forEachRemaining(rows::add);
        return rows;
    }
}
