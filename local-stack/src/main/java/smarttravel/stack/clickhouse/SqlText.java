package smarttravel.stack.clickhouse;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a statement, or of a part of one: rows inside of it need not be text in any encoding. */
final class SqlText {
    private final byte[] bytes;

    private SqlText(byte[] bytes) {
        this.bytes = bytes;
    }

    static SqlText of(byte[] bytes) {
        return new SqlText(bytes);
    }

    static SqlText of(String text) {
        return new SqlText(text.getBytes(StandardCharsets.UTF_8));
    }

    SqlText slice(int from, int to) {
        return new SqlText(Arrays.copyOfRange(bytes, from, to));
    }

    SqlText plus(SqlText rest) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + rest.bytes.length);
        System.arraycopy(rest.bytes, 0, joined, bytes.length, rest.bytes.length);
        return new SqlText(joined);
    }

    int length() {
        return bytes.length;
    }

    byte at(int index) {
        return bytes[index];
    }

    /** The bytes themselves, not a copy: the engine takes them as they are. */
    byte[] bytes() {
        return bytes;
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    String slicedText(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return slicedText(0, bytes.length);
    }
}
