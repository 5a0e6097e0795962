package smarttravel.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import smarttravel.ingest.feeds.Feed;
import smarttravel.ingest.feeds.FeedRow;
import smarttravel.ingest.feeds.mapping.FeedMapping;
import smarttravel.ingest.feeds.rows.FeedException;
import smarttravel.ingest.yaml.YamlFileException;

/** Whatever a file of CSV holds, each of its rows is an observation or refused with a reason. */
class FeedCsvFuzzTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-08-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String MAPPING = """
            format: csv
            fields:
              provider: {constant: shop}
              offerId: id
              kind: {constant: FLIGHT}
              destination: to
              departure: leaves
              amount: price
              currency: {constant: USD}
              observedAt: seen
            """;

    @FuzzTest(maxDuration = "10m")
    void everyRowIsAnObservationOrRefused(byte[] csv) throws IOException {
        Path folder = Files.createTempDirectory("feed-fuzz");
        Path mapping = folder.resolve("m.yaml");
        Path file = folder.resolve("feed.csv");
        try {
            Files.writeString(mapping, MAPPING);
            Files.write(file, csv);
            readAll(file, FeedMapping.read(mapping));
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(mapping);
            Files.delete(folder);
        }
    }

    private static void readAll(Path file, FeedMapping mapping) throws IOException {
        try (Feed feed = Feed.open(file, mapping, CLOCK)) {
            long line = 0;
            while (feed.hasNext()) {
                FeedRow row = feed.next();
                assertThat(row.line()).isGreaterThan(line);
                line = row.line();
            }
            assertThat(feed.bytesRead()).isEqualTo(Files.size(file));
        } catch (FeedException | YamlFileException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
