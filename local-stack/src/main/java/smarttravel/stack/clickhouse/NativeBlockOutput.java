package smarttravel.stack.clickhouse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/**
 * ClickHouse's own compressed blocks: a 16-byte CityHash128 of all that follows, the method 0x82 (LZ4), the size
 * with this nine-byte header, the size of the plain bytes, and the LZ4 block.
 */
final class NativeBlockOutput extends OutputStream {
    static final int HEADER = 9;
    static final byte LZ4 = (byte) 0x82;
    private static final int PLAIN = 256 * 1024;

    private final OutputStream out;
    private final LZ4Compressor compressor = LZ4Factory.fastestInstance().fastCompressor();
    private final byte[] plain = new byte[PLAIN];
    private final byte[] block = new byte[BlockChecksum.BYTES + HEADER + compressor.maxCompressedLength(PLAIN)];
    private int filled;

    NativeBlockOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int at = 0; at < length; ) {
            int size = Math.min(length - at, PLAIN - filled);
            System.arraycopy(bytes, offset + at, plain, filled, size);
            filled += size;
            at += size;
            if (filled == PLAIN) {
                writeBlock();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        writeBlock();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        writeBlock();
        out.close();
    }

    private void writeBlock() throws IOException {
        if (filled == 0) {
            return;
        }
        int size = HEADER + compressor.compress(plain, 0, filled, block, BlockChecksum.BYTES + HEADER);
        ByteBuffer buffer = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(BlockChecksum.BYTES);
        buffer.put(LZ4).putInt(size).putInt(filled);
        BlockChecksum.put(block, size);
        out.write(block, 0, BlockChecksum.BYTES + size);
        filled = 0;
    }
}
