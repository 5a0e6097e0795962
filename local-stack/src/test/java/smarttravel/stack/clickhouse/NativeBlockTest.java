package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NativeBlockTest {
    @Test
    void whatIsWrittenIsRead() throws IOException {
        byte[] bytes = new byte[700_000];
        new Random(7).nextBytes(bytes);

        assertThat(read(written(bytes))).isEqualTo(bytes);
    }

    @Test
    void nothingWrittenIsNothingRead() throws IOException {
        assertThat(written(new byte[0])).isEmpty();
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void aChangedByteIsNoticed() throws IOException {
        byte[] blocks = written("some rows".repeat(100).getBytes(StandardCharsets.UTF_8));
        blocks[blocks.length - 1] ^= 1;

        assertThatThrownBy(() -> read(blocks)).isInstanceOf(IOException.class).hasMessageContaining("checksum");
    }

    @Test
    void aCutBlockIsNoticed() throws IOException {
        byte[] blocks = written(new byte[1000]);
        byte[] cut = Arrays.copyOf(blocks, blocks.length - 1);

        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class).hasMessageContaining("ends inside");
    }

    private static byte[] written(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (NativeBlockOutput blocks = new NativeBlockOutput(out)) {
            blocks.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] read(byte[] blocks) throws IOException {
        try (NativeBlockInput in = new NativeBlockInput(new ByteArrayInputStream(blocks))) {
            return in.readAllBytes();
        }
    }
}
