package smarttravel.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.events.Availability;
import smarttravel.events.PriceObservation;
import smarttravel.ingest.feeds.rows.FeedException;
import smarttravel.ingest.yaml.YamlFileException;

class FeedTest {
    @TempDir
    Path folder;

    @Test
    void aRowBecomesAnObservation() throws IOException {
        PriceObservation seen = only("7, MAD ,15/01/2027,99.50,EUR,2026-07-07\n");

        assertThat(seen.key()).isEqualTo("ola/7");
        assertThat(seen.destination()).isEqualTo("MAD");
        assertThat(seen.departure()).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(seen.amount()).isEqualByComparingTo("99.50");
        assertThat(seen.observedAt()).isEqualTo(Instant.parse("2026-07-07T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-07, 2026-07-07T00:00:00Z",
        "2026-07-07T10:00:00, 2026-07-07T10:00:00Z",
        "2026-07-07T10:00:00-03:00, 2026-07-07T13:00:00Z",
        "2026-07-07T10:00:00.25Z, 2026-07-07T10:00:00.250Z"
    })
    void anObservationIsAnInstant(String written, Instant meant) throws IOException {
        assertThat(only("7,MAD,2027-01-15,1,EUR," + written + "\n").observedAt())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "7;MAD;2027-01-15;-1;EUR;2026-07-07, amount-not-positive",
        "7;MAD;2027-01-15;0;EUR;2026-07-07, amount-not-positive",
        "7;MAD;2027-01-15;NaN;EUR;2026-07-07, bad-amount",
        "7;MAD;2027-01-15;1e400;EUR;2026-07-07, bad-amount",
        "7;MAD;2027-01-15;12.5.1;EUR;2026-07-07, bad-amount",
        "7;MAD;2027-01-15;N/A;EUR;2026-07-07, missing-field",
        "7;MAD;2026-02-30;1;EUR;2026-07-07, bad-date",
        "7;MAD;30/02/2026;1;EUR;2026-07-07, bad-date",
        "7;MAD;10000-01-01;1;EUR;2026-07-07, bad-date",
        "7;MAD;+10000-01-01;1;EUR;2026-07-07, bad-date",
        "7;MAD;2027-01-15;1;EUR;2026-02-30, bad-date",
        "7;MAD;2027-01-15;1;ZZZ;2026-07-07, unknown-currency",
        "7;MAD;2027-01-15;1;EUR;2026-08-02, future-observation",
        "7;Madrid;2027-01-15;1;EUR;2026-07-07, bad-field",
        ";MAD;2027-01-15;1;EUR;2026-07-07, missing-field",
        "7;MAD;2027-01-15;1;EUR, unreadable-row"
    })
    void aBadRowIsRefusedWithItsReasonAndTheNextIsRead(String row, String reason) throws IOException {
        String bad = row.replace(';', ',');
        try (Feed feed = FeedFiles.open(folder, bad + "\n8,MAD,2027-01-15,1,EUR,2026-07-07\n")) {
            FeedRow.Refused refused = (FeedRow.Refused) feed.next();

            assertThat(refused.rejection().reason().code()).isEqualTo(reason);
            assertThat(refused.line()).isEqualTo(2);
            assertThat(refused.payload()).isEqualTo(bad);
            assertThat(feed.next()).isInstanceOf(FeedRow.Mapped.class);
            assertThat(feed.hasNext()).isFalse();
            assertThat(feed.end()).isEqualTo(new FeedEnd.Complete());
        }
    }

    @Test
    void aDecimalCommaIsNotGuessed() throws IOException {
        try (Feed feed = FeedFiles.open(folder, "7,MAD,2027-01-15,\"12,5\",EUR,2026-07-07\n")) {
            assertThat(((FeedRow.Refused) feed.next()).rejection().message()).contains("amount '12,5'");
        }
    }

    @Test
    void aRowWithoutPriceMayMeanSoldOut() throws IOException {
        String mapping = "withoutPrice: sold-out\n" + FeedFiles.MAPPING;
        String row = FeedFiles.HEADER + "7,MAD,2027-01-15,N/A,EUR,2026-07-07\n";
        try (Feed feed = FeedFiles.open(folder, mapping, "feed.csv", row)) {
            PriceObservation seen = ((FeedRow.Mapped) feed.next()).observation();
            assertThat(seen.availability()).isEqualTo(Availability.SOLD_OUT);
            assertThat(seen.amount()).isNull();
        }
    }

    @Test
    void aHeaderAloneIsAFeedWithoutRows() throws IOException {
        try (Feed feed = FeedFiles.open(folder, "")) {
            assertThat(feed.hasNext()).isFalse();
            assertThat(feed.end()).isEqualTo(new FeedEnd.Complete());
        }
    }

    @Test
    void anEmptyFileAndAMissingOneAreErrors() {
        assertThatThrownBy(() -> FeedFiles.open(folder, FeedFiles.MAPPING, "feed.csv", ""))
                .isInstanceOf(FeedException.class)
                .hasMessageEndingWith("feed.csv is empty");
        assertThatThrownBy(() -> Feed.open(
                        folder.resolve("none"), FeedFiles.mapping(folder, FeedFiles.MAPPING), FeedFiles.CLOCK))
                .isInstanceOf(FeedException.class)
                .hasMessageEndingWith("none does not exist");
    }

    @Test
    void aColumnTheFileLacksIsToldBeforeTheFirstRow() {
        assertThatThrownBy(() -> FeedFiles.open(folder, FeedFiles.MAPPING, "f.csv", "id,to,leaves,prize,money,seen\n"))
                .isInstanceOf(YamlFileException.class)
                .hasMessage("M.yaml:9:11: the file has no column 'price' (did you mean 'prize'?)");
    }

    @Test
    void aColumnThatTheFileHasTwiceIsAmbiguous() {
        assertThatThrownBy(() ->
                        FeedFiles.open(folder, FeedFiles.MAPPING, "f.csv", "id,to,leaves,price,price,money,seen\n"))
                .hasMessage("M.yaml:9:11: the file has 2 columns 'price'");
    }

    @Test
    void aColumnOfJsonMustOccurInTheFirstRows() throws IOException {
        String row = "{\"id\": 7, \"to\": \"MAD\", \"leaves\": \"2027-01-15\", \"%s\": 1.10, \"money\": \"EUR\","
                + " \"seen\": \"2026-07-07\"}";
        assertThatThrownBy(() -> FeedFiles.open(folder, FeedFiles.MAPPING, "f.jsonl", row.formatted("prices")))
                .hasMessage("M.yaml:9:11: the file has no column 'price' (did you mean 'prices'?)");
        try (Feed feed = FeedFiles.open(folder, FeedFiles.MAPPING, "f.jsonl", row.formatted("price"))) {
            assertThat(((FeedRow.Mapped) feed.next()).observation().amount()).isEqualTo("1.10");
        }
    }

    private PriceObservation only(String row) throws IOException {
        try (Feed feed = FeedFiles.open(folder, row)) {
            assertThat(feed.hasNext()).isTrue();
            return ((FeedRow.Mapped) feed.next()).observation();
        }
    }
}
