package smarttravel.ingest.feeds;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.events.Board;
import smarttravel.events.Market;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.feeds.mapping.FeedMapping;

/** The mappings that the project ships, over the data they were written for, where it lies beside the project. */
class RealFeedsTest {
    private static final Path ROOT = requireNonNull(Path.of("").toAbsolutePath().getParent());

    private final Map<String, Instant> newest = new HashMap<>();
    private long accepted;
    private long rejected;
    private long backwards;

    @Test
    void everyFlightSnapshotIsAnObservationAndEachOfferIsInOrder() throws IOException {
        read("google-flights-2026/observations.csv.gz", "google-flights.yaml");

        assertThat(accepted).isEqualTo(544_196);
        assertThat(rejected).isZero();
        assertThat(newest).hasSize(38_896);
        assertThat(backwards).isZero();
    }

    @Test
    void everyBookingOfTheHotelIsAnObservation() throws IOException {
        PriceObservation first = read("hotel-rates-lisbon-2016-2017/hotel_rates.csv", "lisbon-hotel.yaml");

        assertThat(accepted).isEqualTo(15_402);
        assertThat(rejected).isZero();
        assertThat(newest).hasSize(3_420);
        assertThat(first.board()).isEqualTo(Board.BB);
        assertThat(first.departure()).isEqualTo(LocalDate.of(2016, 7, 2));
        assertThat(first.observedAt()).isEqualTo(Instant.parse("2015-11-04T00:00:00Z"));
        assertThat(Market.of(first)).isEqualTo("HOTEL/-/FAO/-/BB");
    }

    @ParameterizedTest
    @CsvSource({"dominikana, 260, 188", "fuerteventura, 390, 283", "jordania, 20, 19"})
    void everyPackageIsAnObservation(String place, long packages, int offers) throws IOException {
        PriceObservation first = read("wakacje-pl-2024/dane-" + place + ".json", "wakacje.yaml");

        assertThat(accepted).isEqualTo(packages);
        assertThat(rejected).isZero();
        assertThat(newest).hasSize(offers);
        assertThat(first.currency()).isEqualTo("PLN");
        assertThat(first.basis()).isNull();
    }

    private PriceObservation read(String file, String mapping) throws IOException {
        Path data = ROOT.resolveSibling("shared/data").resolve(file);
        assumeTrue(Files.exists(data), () -> "skipped: there is no shared/data/" + file + " beside the project");
        PriceObservation first = null;
        FeedMapping meaning = FeedMapping.read(ROOT.resolve("examples/mappings").resolve(mapping));
        try (Feed feed = Feed.open(data, meaning, FeedFiles.CLOCK)) {
            while (feed.hasNext()) {
                PriceObservation seen = count(feed.next());
                first = first == null ? seen : first;
            }
            assertThat(feed.end()).isEqualTo(new FeedEnd.Complete());
            assertThat(feed.bytesRead()).isEqualTo(Files.size(data));
        }
        return requireNonNull(first);
    }

    private @Nullable PriceObservation count(FeedRow row) {
        if (row instanceof FeedRow.Mapped mapped) {
            accepted++;
            Instant at = mapped.observation().observedAt();
            Instant before = newest.put(mapped.observation().key(), at);
            backwards += before != null && at.isBefore(before) ? 1 : 0;
            return mapped.observation();
        }
        rejected++;
        return null;
    }
}
