package smarttravel.ingest.feeds.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {
    private static final List<String> COLUMNS = List.of("price", "place.country.name");

    @TempDir
    Path folder;

    private Optional<String> damage = Optional.empty();

    @Test
    void numbersKeepTheirDigitsAndColumnsAreDottedPaths() throws IOException {
        assertThat(read("f.json", """
                [{"price": 10.50, "place": {"country": {"name": "España"}}, "other": [1, {"price": 3}]},
                 {"place": {"price": 1}, "price": 1e400}
                ,
                {"price": null, "place": null}]
                """)).containsExactly("1: 10.50|España", "2: 1e400|null", "4: null|null");
        assertThat(damage).isEmpty();
    }

    @Test
    void aBrokenElementCostsOnlyItself() throws IOException {
        assertThat(read(
                        "f.json",
                        "[{\"price\": 1},\n{price: 2},\n7,\n{\"price\": 1, \"price\": 2},\n{\"price\": [3]},"
                                + "\n{\"price\": \"],}\\\"{\"}]"))
                .satisfiesExactly(
                        row -> assertThat(row).isEqualTo("1: 1|null"),
                        row -> assertThat(row).startsWith("2: UNREADABLE_ROW not JSON: "),
                        row -> assertThat(row).isEqualTo("3: UNREADABLE_ROW the row is not a JSON object"),
                        row -> assertThat(row).startsWith("4: UNREADABLE_ROW not JSON: Duplicate"),
                        row -> assertThat(row).isEqualTo("5: BAD_FIELD price is not a single value"),
                        row -> assertThat(row).isEqualTo("6: ],}\"{|null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"price\": 1}", "[{\"price\": 1},", "[{\"price\": 1}] x"})
    void anArrayThatDoesNotEndWellIsDamaged(String content) throws IOException {
        assertThat(read("f.json", content)).containsExactly("1: 1|null");
        assertThat(damage).isPresent();
    }

    @Test
    void anArrayCutInsideAnElementRefusesThatElement() throws IOException {
        assertThat(read("f.json", "[{\"price\": 1},\n {\"price\": 2"))
                .containsExactly("1: 1|null", "2: UNREADABLE_ROW the file ends inside this row");
        assertThat(damage).contains("the file ends inside the element that starts in line 2");
    }

    @Test
    void anEmptyArrayHasNoRows() throws IOException {
        assertThat(read("f.json", " [ ] ")).isEmpty();
        assertThat(damage).isEmpty();
    }

    @Test
    void linesAreReadOneByOne() throws IOException {
        assertThat(read("f.jsonl", "{\"price\": 1}\r\n\n{\"price\":\n{\"price\": \"3\"} {}\n{\"price\": \"4\"}"))
                .satisfiesExactly(
                        row -> assertThat(row).isEqualTo("1: 1|null"),
                        row -> assertThat(row).startsWith("3: UNREADABLE_ROW not JSON"),
                        row -> assertThat(row).isEqualTo("4: UNREADABLE_ROW there is more than one JSON value"),
                        row -> assertThat(row).isEqualTo("5: 4|null"));
    }

    @Test
    void theFirstByteTellsTheFormatWhereTheNameDoesNot() throws IOException {
        assertThat(read("f.json", "{\"price\": 1}\n{\"price\": 2}\n")).containsExactly("1: 1|null", "2: 2|null");
        assertThat(read("feed", "[{\"price\": 1}]")).containsExactly("1: 1|null");
        assertThat(read("feed", "price\n5\n")).containsExactly("2: 5|null");
    }

    @Test
    void depthLengthAndSizeAreBounded() throws IOException {
        String deep = "{\"price\": 1, \"x\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String longText = "{\"price\": \"" + "9".repeat(1_000_000) + "\"}";
        String longRow = "{\"x\": \"" + "9".repeat(3_000_000) + "\"}";
        assertThat(read("f.jsonl", String.join("\n", deep, longText, longRow, "{\"price\": 2}")))
                .satisfiesExactly(
                        row -> assertThat(row).startsWith("1: UNREADABLE_ROW").contains("nesting depth"),
                        row -> assertThat(row).isEqualTo("2: FIELD_TOO_LONG price has more than 65536 characters"),
                        row -> assertThat(row).isEqualTo("3: FIELD_TOO_LONG the row has more than 2000000 bytes"),
                        row -> assertThat(row).isEqualTo("4: 2|null"));
    }

    @Test
    void bytesOfAnotherCharsetCostOnlyTheirRow() throws IOException {
        Path file = folder.resolve("f.jsonl");
        Files.write(file, "{\"price\": \"ñ\"}\n{\"price\": 2}\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read(file)).containsExactly("1: UNREADABLE_ROW the row holds bytes that are not UTF-8", "2: 2|null");
    }

    @Test
    void anObjectIsNotAnArray() throws IOException {
        Path file = Files.writeString(folder.resolve("f.json"), "{}");
        RowFile rows = new RowFile(file, FeedFormat.JSON, ',', StandardCharsets.UTF_8);
        assertThatThrownBy(rows::columns).isInstanceOf(FeedException.class).hasMessageContaining("not a JSON array");
    }

    @Test
    void columnsAreThePathsOfTheFirstHundredRows() throws IOException {
        String rows = "{\"a\": {\"b\": 1}}\n".repeat(99) + "broken\n{\"late\": 1}\n";
        Path file = Files.writeString(folder.resolve("f.jsonl"), rows);
        assertThat(new RowFile(file, null, ',', StandardCharsets.UTF_8).columns())
                .containsExactly("a", "a.b");
    }

    private List<String> read(String name, String content) throws IOException {
        return read(Files.writeString(folder.resolve(name), content));
    }

    private List<String> read(Path file) throws IOException {
        List<String> seen = new ArrayList<>();
        try (RowCursor rows = new RowFile(file, null, ',', StandardCharsets.UTF_8).open(COLUMNS)) {
            while (rows.advance()) {
                seen.add(rows.line() + ": " + Rows.shown(rows, COLUMNS.size()));
            }
            damage = rows.damage();
        }
        return seen;
    }
}
