package smarttravel.ingest.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.events.FxRate;
import smarttravel.events.FxRateJson;
import smarttravel.events.Topics;
import smarttravel.ingest.feeds.ReplayReport;
import smarttravel.ingest.publishing.ObservationPublisher;
import smarttravel.ingest.yaml.YamlFileException;

class RateReplayTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-07-07T12:00:00Z"), ZoneOffset.UTC);
    private static final String EURO_BASE = """
            format: csv
            absent: ["N/A"]
            rates: {date: Date, base: EUR}
            """;

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    @TempDir
    Path folder;

    @Test
    void ratesAgainstTheEuroAreToldInDollars() throws IOException {
        ReplayReport report = replay("Date,USD,PLN,CYP,\n2026-07-06,1.25,5,N/A,\n2026-07-07,1.5,N/A,N/A,\n", EURO_BASE);

        assertThat(report.accepted()).isEqualTo(3);
        assertThat(published())
                .extracting(rate -> rate.key() + " " + rate.usd())
                .containsExactly(
                        "EUR/official/2026-07-06 1.25", "PLN/official/2026-07-06 0.25", "EUR/official/2026-07-07 1.5");
    }

    @Test
    void ratesAgainstTheDollarAreTurnedRound() throws IOException {
        ReplayReport report = replay("version,date,usd_ars,usd_xyz\nv1,2026-07-07,1250,3\n", """
                rates: {date: date, base: USD, kind: mep, column: "usd_{currency}"}
                """);

        assertThat(report.rejected()).isZero();
        assertThat(published())
                .extracting(rate -> rate.key() + " " + rate.usd())
                .containsExactly("ARS/mep/2026-07-07 0.0008");
    }

    @ParameterizedTest
    @CsvSource({
        "'07/07/2026,1.25,5', bad-date",
        "'2026-07-07,1.25,five', bad-amount",
        "'2026-07-07,1.25,0', amount-not-positive",
        "'2026-07-07,N/A,5', missing-field",
        "',1.25,5', missing-field"
    })
    void aRowThatCannotBeUsedIsADeadLetterAndTheNextOneFollows(String row, String reason) throws IOException {
        ReplayReport report = replay("Date,USD,PLN\n" + row + "\n2026-07-08,1.25,5\n", EURO_BASE);

        assertThat(report.rejectedByReason()).containsOnlyKeys(reason);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(kafka.history()).extracting(record -> record.topic()).contains(Topics.REJECTED_OBSERVATIONS);
    }

    @ParameterizedTest
    @CsvSource({
        "'rates: {date: Day, base: EUR}', 'no column ''Day'''",
        "'rates: {date: Date, base: GBP, column: \"x_{currency}\"}', 'no column of USD'",
        "'rates: {date: Date, base: EUR, kind: black}', 'kind ''black'' wants one of'",
        "'rates: {date: Date, base: EUR, column: usd}', 'wants {currency} in it'",
        "'rates: {base: EUR}', 'lacks ''date'''",
        "'rates: {date: Date, base: EUR, colunm: x}', 'unknown key'"
    })
    void aMappingThatDoesNotFitIsNamed(String mapping, String complaint) {
        assertThatThrownBy(() -> replay("Date,USD,PLN\n2026-07-07,1.25,5\n", mapping))
                .isInstanceOf(YamlFileException.class)
                .hasMessageContaining(complaint);
    }

    private ReplayReport replay(String rows, String mapping) throws IOException {
        Path file = Files.writeString(folder.resolve("rates.csv"), rows);
        Path yaml = Files.writeString(folder.resolve("mapping.yaml"), mapping);
        assertThat(RateMapping.isIn(yaml)).isTrue();
        try (ObservationPublisher publisher = new ObservationPublisher(kafka)) {
            return new RateReplay(file, RateMapping.read(yaml), publisher, at -> {}, NOON).run();
        }
    }

    private List<FxRate> published() {
        return kafka.history().stream()
                .filter(record -> record.topic().equals(Topics.FX_RATES))
                .peek(record -> assertThat(new String(record.key(), StandardCharsets.UTF_8))
                        .isEqualTo(FxRateJson.read(record.value()).key()))
                .map(record -> FxRateJson.read(record.value()))
                .toList();
    }
}
