package smarttravel.ingest.feeds.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.events.RejectReason;

class CsvRowsTest {
    private static final List<String> AB = List.of("a", "b");

    @TempDir
    Path folder;

    @Test
    void quotesHoldSeparatorsQuotesAndLineEnds() throws IOException {
        assertThat(read("a,b\n\"1,2\",\"say \"\"hi\"\"\"\n\"line\nbreak\",\"cr\r\nlf\"\n"))
                .containsExactly("2: 1,2|say \"hi\"", "3: line\nbreak|cr\r\nlf");
    }

    @Test
    void lineNumbersCountTheLinesInsideQuotes() throws IOException {
        assertThat(read("a,b\n\"1\n2\r\n3\r4\",x\ny,z\n")).containsExactly("2: 1\n2\r\n3\r4|x", "6: y|z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndEndsARow(String end) throws IOException {
        assertThat(read(String.join(end, "a,b", "1,2", "", "3,4"))).containsExactly("2: 1|2", "4: 3|4");
    }

    @Test
    void emptyCellsAreEmptyAndTheLastLineNeedsNoEnd() throws IOException {
        assertThat(read("a,b\n,\n\"\",x")).containsExactly("2: |", "3: |x");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
        assertThat(read("\ufeffa,b\nñ,日本\n")).containsExactly("2: ñ|日本");
    }

    @ParameterizedTest
    @CsvSource({"';'", "'\t'", "'|'"})
    void theSeparatorIsChosen(char separator) throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "a" + separator + "b\n1,5" + separator + "2\n");
        assertThat(read(new RowFile(file, null, separator, StandardCharsets.UTF_8), AB))
                .containsExactly("2: 1,5|2");
    }

    @Test
    void aRowOfAnotherWidthIsRefusedAndTheNextIsRead() throws IOException {
        assertThat(read("a,b\n1\n1,2,3\n4,5\n"))
                .containsExactly(
                        "2: UNREADABLE_ROW the row has 1 columns, the header has 2",
                        "3: UNREADABLE_ROW the row has 3 columns, the header has 2",
                        "4: 4|5");
    }

    @Test
    void textAfterAClosingQuoteIsRefused() throws IOException {
        assertThat(read("a,b\n\"1\"x,2\n3,4\n"))
                .containsExactly("2: UNREADABLE_ROW column 1 has text after its closing quote", "3: 3|4");
    }

    @Test
    void aNulByteIsRefused() throws IOException {
        assertThat(read("a,b\n1\0,2\n3,4\n")).containsExactly("2: UNREADABLE_ROW column 1 holds a NUL byte", "3: 3|4");
    }

    @Test
    void bytesOfAnotherCharsetCostOnlyTheirRow() throws IOException {
        Path file = folder.resolve("f.csv");
        Files.write(file, "a,b\nCancún,1\nMadrid,2\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read(new RowFile(file, null, ',', StandardCharsets.UTF_8), AB))
                .containsExactly("2: UNREADABLE_ROW column 1 holds bytes that are not UTF-8", "3: Madrid|2");
        assertThat(read(new RowFile(file, null, ',', StandardCharsets.ISO_8859_1), AB))
                .containsExactly("2: Cancún|1", "3: Madrid|2");
    }

    @Test
    void aCharacterSplitByASeparatorIsNoCharacter() throws IOException {
        Path file = folder.resolve("f.csv");
        Files.write(file, new byte[] {'a', ',', 'b', '\n', (byte) 0xc3, ',', (byte) 0xb1, '\n'});
        assertThat(read(new RowFile(file, null, ',', StandardCharsets.UTF_8), AB))
                .containsExactly("2: UNREADABLE_ROW column 1 holds bytes that are not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE"})
    void utf16IsRefusedAsAWhole(String charset) throws IOException {
        Path file = folder.resolve("f.csv");
        Files.write(file, "\ufeffa,b\n".getBytes(Charset.forName(charset)));
        assertThatThrownBy(() -> read(new RowFile(file, null, ',', StandardCharsets.UTF_8), AB))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("UTF-16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff", "\n\r\n \n"})
    void aFileWithoutContentIsEmpty(String content) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(FeedException.class)
                .hasMessageEndingWith("is empty");
    }

    @Test
    void aHeaderAloneHasNoRows() throws IOException {
        assertThat(read("a,b")).isEmpty();
    }

    @Test
    void aFieldOfAMillionCharactersIsRefusedAndReadingGoesOn() throws IOException {
        assertThat(read("a,b\n" + "x".repeat(1_000_000) + ",1\n\"" + "y".repeat(1_000_000) + "\",1\n3,4\n"))
                .containsExactly(
                        "2: FIELD_TOO_LONG column 1 has more than 65536 bytes",
                        "3: FIELD_TOO_LONG column 1 has more than 65536 bytes",
                        "4: 3|4");
        assertThat(read("a,b\n" + "x".repeat(RowCursor.MAX_VALUE) + ",1\n"))
                .hasSize(1)
                .first()
                .asString()
                .doesNotContain("FIELD_TOO_LONG");
    }

    @Test
    void aMillionColumnsAreRefused() throws IOException {
        assertThat(read("a,b\n" + ",".repeat(1_000_000) + "\n3,4\n"))
                .containsExactly("2: UNREADABLE_ROW the row has more than 512 columns", "3: 3|4");
        assertThatThrownBy(() -> read(",".repeat(1_000_000) + "\n"))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("more than 512 columns");
    }

    @Test
    void anUnterminatedQuoteOfFiftyMegabytesNeedsLittleMemory() throws IOException {
        Path file = folder.resolve("f.csv");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("a,b\n1,2\n\"open".getBytes(StandardCharsets.UTF_8));
            byte[] block = "some text,1\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 50_000_000 / block.length; i++) {
                out.write(block);
            }
        }
        try (RowCursor rows = new RowFile(file, null, ',', StandardCharsets.UTF_8).open(AB)) {
            long before = usedHeap();
            rows.advance();
            assertThat(rows.value(0)).isEqualTo("1");
            rows.advance();
            assertThat(rows.problem())
                    .extracting("message")
                    .isEqualTo("the quote that opens in line 3 is never closed");
            assertThat(rows.raw().length()).isLessThanOrEqualTo(4 * 65_536);
            assertThat(usedHeap() - before).isLessThan(16_000_000);
            assertThat(rows.advance()).isFalse();
            assertThat(rows.damage()).contains("the quote that opens in line 3 is never closed");
        }
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private List<String> read(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), content);
        return read(new RowFile(file, null, ',', StandardCharsets.UTF_8), AB);
    }

    private static List<String> read(RowFile file, List<String> columns) throws IOException {
        List<String> seen = new ArrayList<>();
        try (RowCursor rows = file.open(columns)) {
            while (rows.advance()) {
                seen.add(rows.line() + ": " + Rows.shown(rows, columns.size()));
            }
        }
        return seen;
    }

    @Test
    void refusedRowsKeepTheirText() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "a,b\nonly, \"one\"\r\n\"x\"y\n");
        try (RowCursor rows = new RowFile(file, FeedFormat.CSV, ';', StandardCharsets.UTF_8).open(AB)) {
            rows.advance();
            assertThat(rows.raw()).isEqualTo("only, \"one\"");
            rows.advance();
            assertThat(rows.raw()).isEqualTo("\"x\"y");
            assertThat(rows.problem()).extracting("reason").isEqualTo(RejectReason.UNREADABLE_ROW);
        }
    }
}
