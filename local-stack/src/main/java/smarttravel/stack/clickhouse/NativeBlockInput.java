package smarttravel.stack.clickhouse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/** Reads what {@link NativeBlockOutput} writes; a block that does not match its checksum ends it with an error. */
final class NativeBlockInput extends InputStream {
    private static final int LARGEST_BLOCK = 64 * 1024 * 1024;
    private static final int PREFIX = BlockChecksum.BYTES + NativeBlockOutput.HEADER;

    private final InputStream in;
    private final LZ4SafeDecompressor decompressor =
            LZ4Factory.fastestInstance().safeDecompressor();
    private byte[] plain = new byte[0];
    private int at;

    NativeBlockInput(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return at < plain.length || readBlock() ? plain[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == plain.length && !readBlock()) {
            return -1;
        }
        int size = Math.min(length, plain.length - at);
        System.arraycopy(plain, at, bytes, offset, size);
        at += size;
        return size;
    }

    private boolean readBlock() throws IOException {
        byte[] prefix = in.readNBytes(PREFIX);
        if (prefix.length == 0) {
            return false;
        }
        if (prefix.length < PREFIX) {
            throw new EOFException("The compressed body ends inside a block");
        }
        ByteBuffer header = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN);
        int size = header.getInt(BlockChecksum.BYTES + 1);
        int plainSize = header.getInt(BlockChecksum.BYTES + 5);
        if (header.get(BlockChecksum.BYTES) != NativeBlockOutput.LZ4
                || size < NativeBlockOutput.HEADER
                || size > LARGEST_BLOCK
                || plainSize <= 0
                || plainSize > LARGEST_BLOCK) {
            throw new IOException("Not a compressed block of ClickHouse");
        }
        plain = decompress(readHashed(prefix, size, header), plainSize);
        at = 0;
        return true;
    }

    private byte[] readHashed(byte[] prefix, int size, ByteBuffer header) throws IOException {
        byte[] block = new byte[size];
        System.arraycopy(prefix, BlockChecksum.BYTES, block, 0, NativeBlockOutput.HEADER);
        int rest = size - NativeBlockOutput.HEADER;
        if (in.readNBytes(block, NativeBlockOutput.HEADER, rest) < rest) {
            throw new EOFException("The compressed body ends inside a block");
        }
        if (!BlockChecksum.matches(header, block)) {
            throw new IOException("A compressed block does not match its checksum");
        }
        return block;
    }

    private byte[] decompress(byte[] block, int plainSize) throws IOException {
        try {
            byte[] bytes = decompressor.decompress(
                    block, NativeBlockOutput.HEADER, block.length - NativeBlockOutput.HEADER, plainSize);
            if (bytes.length == plainSize) {
                return bytes;
            }
        } catch (LZ4Exception e) {
            throw new IOException("A compressed block cannot be unpacked", e);
        }
        throw new IOException("A compressed block does not have the size it states");
    }
}
