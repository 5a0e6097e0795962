package smarttravel.stack.clickhouse;

/**
 * The column names and types before the rows of {@code RowBinaryWithNamesAndTypes}. The engine repeats them in every
 * chunk of a streamed result; a client expects them once.
 */
final class RowsHeader {
    private final byte[] bytes;
    private int at;

    private RowsHeader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** How many bytes at the start of a chunk are header, given at least the whole header. */
    static int length(String format, byte[] chunkHead) {
        return format.equals("RowBinaryWithNamesAndTypes") ? new RowsHeader(chunkHead).skip() : 0;
    }

    private int skip() {
        int columns = readVariableLength();
        for (int i = 0; i < 2 * columns; i++) {
            int length = readVariableLength();
            at += length;
        }
        return at;
    }

    private int readVariableLength() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
