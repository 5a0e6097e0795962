package smarttravel.jobs.bytes;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Whole numbers of few digits in few bytes: seven bits a byte, the lowest first, as variable-length integers are written
 * everywhere.
 */
public final class WholeNumbers {
    private static final int BITS = 7;
    private static final int MORE = 0x80;

    private WholeNumbers() {}

    /** Writes a number that is hardly ever negative: a negative one takes ten bytes. */
    public static void write(DataOutput out, long value) throws IOException {
        long rest = value;
        while ((rest & -MORE) != 0) {
            out.writeByte((int) ((rest & (MORE - 1)) | MORE));
            rest >>>= BITS;
        }
        out.writeByte((int) rest);
    }

    /** Reads what {@link #write} wrote. */
    public static long read(DataInput in) throws IOException {
        long value = 0;
        int shift = 0;
        int next = in.readByte();
        while ((next & MORE) != 0) {
            value |= (long) (next & (MORE - 1)) << shift;
            shift += BITS;
            next = in.readByte();
        }
        return value | ((long) next << shift);
    }

    /** Writes numbers that lie near the one before them, as prices and moments do: their count, then each one's step. */
    public static void writeSteps(DataOutput out, long[] values) throws IOException {
        write(out, values.length);
        long before = 0;
        for (long value : values) {
            long step = value - before;
            write(out, (step << 1) ^ (step >> (Long.SIZE - 1)));
            before = value;
        }
    }

    /** Reads what {@link #writeSteps} wrote. */
    public static long[] readSteps(DataInput in) throws IOException {
        long[] values = new long[(int) read(in)];
        long before = 0;
        for (int i = 0; i < values.length; i++) {
            long step = read(in);
            before += (step >>> 1) ^ -(step & 1);
            values[i] = before;
        }
        return values;
    }
}
