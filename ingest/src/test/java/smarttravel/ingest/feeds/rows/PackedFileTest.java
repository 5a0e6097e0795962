package smarttravel.ingest.feeds.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedFileTest {
    private static final int ROWS = 50_000;

    @TempDir
    Path folder;

    private byte[] packed = {};

    @BeforeEach
    void pack() throws IOException {
        Random random = new Random(7);
        String text = IntStream.range(0, ROWS)
                .mapToObj(row -> row + "," + random.nextInt(1_000_000))
                .collect(Collectors.joining("\n", "row,price\n", "\n"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        packed = bytes.toByteArray();
    }

    @Test
    void aPackedFileIsKnownByItsFirstBytesWhateverItsName() throws IOException {
        try (RowCursor rows = open(packed)) {
            assertThat(goodRows(rows)).isEqualTo(ROWS);
            assertThat(rows.damage()).isEmpty();
            assertThat(rows.bytesRead()).isEqualTo(packed.length);
        }
    }

    @Test
    void aCutFileGivesEveryRowBeforeTheCutAndSaysSo() throws IOException {
        try (RowCursor rows = open(Arrays.copyOf(packed, packed.length / 2))) {
            assertThat(goodRows(rows)).isBetween(ROWS / 3, ROWS * 2 / 3);
            assertThat(rows.problem()).extracting("message").isEqualTo("the file ends inside this row");
            assertThat(rows.damage()).contains("the file is cut off inside its gzip data");
        }
    }

    @Test
    void aCutChecksumIsTold() throws IOException {
        try (RowCursor rows = open(Arrays.copyOf(packed, packed.length - 4))) {
            assertThat(goodRows(rows)).isEqualTo(ROWS);
            assertThat(rows.damage()).isPresent();
        }
    }

    @Test
    void aDamagedFileIsTold() throws IOException {
        byte[] damaged = packed.clone();
        Arrays.fill(damaged, packed.length / 2, packed.length / 2 + 200, (byte) 0xff);
        try (RowCursor rows = open(damaged)) {
            assertThat(goodRows(rows)).isLessThan(ROWS);
            assertThat(rows.damage()).isPresent();
        }
    }

    @Test
    void aPackedNothingIsEmpty() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new GZIPOutputStream(bytes).close();
        assertThatThrownBy(() -> open(bytes.toByteArray()).close())
                .isInstanceOf(FeedException.class)
                .hasMessageEndingWith("is empty");
    }

    private RowCursor open(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("feed.csv"), content);
        return new RowFile(file, null, ',', StandardCharsets.UTF_8).open(List.of("row", "price"));
    }

    private static int goodRows(RowCursor rows) throws IOException {
        int good = 0;
        while (rows.advance()) {
            if (rows.problem() == null) {
                assertThat(rows.value(0)).isEqualTo(String.valueOf(good));
                good++;
            }
        }
        return good;
    }
}
