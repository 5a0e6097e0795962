package smarttravel.stack.clickhouse;

import com.clickhouse.data.ClickHouseCityHash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The checksum of a compressed block: CityHash128 as of version 1.0.2, which later CityHash libraries no longer
 * compute.
 */
final class BlockChecksum {
    static final int BYTES = 16;

    private BlockChecksum() {}

    /** Writes the checksum of the given number of bytes after the first {@link #BYTES} into these. */
    static void put(byte[] block, int size) {
        long[] checksum = compute(block, BYTES, size);
        ByteBuffer buffer = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(checksum[0]).putLong(checksum[1]);
    }

    static boolean matches(ByteBuffer prefix, byte[] block) {
        long[] checksum = compute(block, 0, block.length);
        return checksum[0] == prefix.getLong(0) && checksum[1] == prefix.getLong(Long.BYTES);
    }

    // Deprecated with the old client around it, but the driver still ships it and it is tested against the driver.
    @SuppressWarnings("deprecation")
    private static long[] compute(byte[] bytes, int offset, int length) {
        return ClickHouseCityHash.cityHash128(bytes, offset, length);
    }
}
