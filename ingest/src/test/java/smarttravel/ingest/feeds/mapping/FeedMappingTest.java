package smarttravel.ingest.feeds.mapping;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.events.ObservationDraft;
import smarttravel.events.ObservationField;
import smarttravel.events.Rejection.RejectedException;
import smarttravel.ingest.feeds.rows.RowCursor;
import smarttravel.ingest.yaml.YamlFileException;

class FeedMappingTest {
    /** Line 1 is free, so that a test's own line has a known place. */
    private static final String REST = """
            fields:
              provider: {constant: ola}
              offerId: id
              kind: {constant: FLIGHT}
              destination: {constant: MAD}
              departure: leaves
              amount: price
              currency: {constant: EUR}
              observedAt: seen
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "country: {constant: NO} ! country ! NO",
                "name: {constant: 1_000} ! name ! 1_000",
                "name: {constant: 0777} ! name ! 0777",
                "name: {constant: 2024-01-16} ! name ! 2024-01-16",
                "name: {template: '{id}-{price}'} ! name ! 7-99.50",
                "name: {template: '{id}-{empty}'} ! name !",
                "name: empty ! name !",
                "name: {column: id, absent: [6, 7]} ! name !",
                "url: {template: 'https://x/{id}', lowerCase: true} ! url ! https://x/7",
                "name: {column: word, upperCase: true} ! name ! HALBPENSION",
                "board: {column: word, words: {Halbpension: HB}} ! board ! HB",
                "board: {column: word, words: {x: HB}, otherwise: absent} ! board !",
                "boardText: {column: word, words: {x: HB}, otherwise: keep} ! boardText ! Halbpension"
            })
    void aFieldIsReadAsTheMappingSays(String line, String field, @Nullable String text) throws IOException {
        assertThat(filled(line).text(named(field))).isEqualTo(text);
    }

    @Test
    void theDayOfAnObservationCanBeCountedBack() throws IOException {
        String mapping = REST.replace("observedAt: seen", "observedAt: {date: leaves, minusDays: id}");
        assertThat(filledFrom(mapping).text(ObservationField.OBSERVED_AT)).isEqualTo("2027-01-08T00:00:00Z");
    }

    @Test
    void anUnknownWordRefusesTheRow() {
        assertThatThrownBy(() -> filled("board: {column: word, words: {x: HB}}"))
                .isInstanceOf(RejectedException.class)
                .hasMessage("board: the mapping has no word for 'Halbpension'");
    }

    @Test
    void aFieldsOwnDateFormatReplacesTheOthers() throws IOException {
        String mapping = "dates: [dd.MM.yyyy]\n"
                + REST.replace("departure: leaves", "departure: {column: odd, dateFormat: 'd MMM yy'}");
        assertThat(filledFrom(mapping).text(ObservationField.DEPARTURE)).isEqualTo("2027-02-03");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "formt: csv ! M.yaml:1:1: unknown key 'formt' in the file (did you mean 'format'?)",
                "format: xml ! M.yaml:1:9: format 'xml' wants one of csv, json, jsonl",
                "separator: xx ! M.yaml:1:12: separator 'xx' wants one of",
                "charset: UTF-9 ! M.yaml:1:10: charset 'UTF-9' is not known",
                "charset: UTF-16 ! M.yaml:1:10: charset 'UTF-16' is not one that holds ASCII",
                "dates: [yyyy-QQQQQQQ] ! M.yaml:1:8: not a pattern of dates",
                "withoutPrice: maybe ! M.yaml:1:15: withoutPrice 'maybe' wants one of reject, sold-out",
                "format: [csv] ! M.yaml:1:9: format wants a single text"
            })
    void aWrongSettingIsToldWithItsPlace(String line, String message) {
        assertThatThrownBy(() -> read(line + "\n" + REST))
                .isInstanceOf(YamlFileException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "amout: price ! M.yaml:10:3: unknown field 'amout' (did you mean 'amount'?)",
                "name: {colum: x} ! M.yaml:10:10: unknown key 'colum' in name (did you mean 'column'?)",
                "name: {column: x, constant: y} ! M.yaml:10:9: name wants one of column, constant, template, date",
                "name: {upperCase: true} ! M.yaml:10:9: name wants one of column, constant, template, date",
                "name: ! M.yaml:10:8: name wants a text",
                "name: {constant: ''} ! M.yaml:10:20: constant wants a text",
                "name: {template: '{id'} ! M.yaml:10:20: the template has a brace without its partner",
                "name: {template: '{}'} ! M.yaml:10:20: a column wants a name",
                "name: {column: x, otherwise: keep} ! M.yaml:10:21: otherwise wants words",
                "name: {date: x, minusDays: y} ! M.yaml:10:10: name is not a date",
                "name: {column: x, upperCase: maybe} ! M.yaml:10:32: upperCase 'maybe' wants one of false, true",
                "country: {constant: on} ! M.yaml:10:23: country 'on' wants an ISO 3166 code",
                "stars: {constant: 9} ! M.yaml:10:21: stars '9' wants a number",
                "board: {column: x, words: {y: HBX}} ! M.yaml:10:33: board 'HBX' wants one of",
                "kind: {constant: FLIGHT} ! M.yaml:10:3: 'kind' stands here for the second time"
            })
    void aWrongFieldIsToldWithItsPlace(String line, String message) {
        assertThatThrownBy(() -> read(REST + "  " + line + "\n"))
                .isInstanceOf(YamlFileException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({"provider", "offerId", "kind", "destination", "departure", "amount", "currency", "observedAt"})
    void aMandatoryFieldMustBeMapped(String field) {
        String without = REST.replaceAll("(?m)^  " + field + ":.*\n", "");
        assertThatThrownBy(() -> read(without))
                .hasMessage("M.yaml:1:1: the mandatory field '" + field + "' is missing");
    }

    @Test
    void aMappingThatIsNotThereIsTold() {
        assertThatThrownBy(() -> FeedMapping.read(folder.resolve("none.yaml")))
                .isInstanceOf(YamlFileException.class)
                .hasMessageEndingWith("none.yaml does not exist");
    }

    private ObservationDraft filled(String line) throws IOException {
        return filledFrom(REST + "  " + line + "\n");
    }

    private ObservationDraft filledFrom(String mapping) throws IOException {
        Path feed = Files.writeString(folder.resolve("f.csv"), """
                id,leaves,price,seen,word,empty,odd
                7,2027-01-15,99.50,2026-07-07,Halbpension,,3 Feb 27
                """);
        FeedMapping meaning = read(mapping);
        ObservationDraft draft = new ObservationDraft();
        try (RowCursor rows = meaning.rowsOf(feed).open(meaning.columns())) {
            assertThat(rows.advance()).isTrue();
            meaning.fill(draft, rows);
        }
        return draft;
    }

    private FeedMapping read(String yaml) throws IOException {
        return FeedMapping.read(Files.writeString(folder.resolve("M.yaml"), yaml));
    }

    private static ObservationField named(String name) {
        return requireNonNull(ObservationField.named(name));
    }
}
