package smarttravel.stack.clickhouse;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** One result of the engine; its bytes stay in the engine's memory until it is closed. */
final class EngineAnswer implements AutoCloseable {
    private static final int SLICE = 256 * 1024;

    private final Pointer result;

    private EngineAnswer(Pointer result) {
        this.result = result;
    }

    static EngineAnswer of(@Nullable Pointer result) throws EngineException {
        if (result == null) {
            throw EngineException.of(EngineError.UNKNOWN_EXCEPTION, "The engine gave no result");
        }
        String error = Chdb.resultError(result);
        if (error != null) {
            Chdb.destroyQueryResult(result);
            throw EngineException.parse(error);
        }
        return new EngineAnswer(result);
    }

    long length() {
        return Chdb.resultLength(result);
    }

    Written written() {
        return new Written(Chdb.resultRowsWritten(result), Chdb.resultBytesWritten(result));
    }

    /** The first bytes, at most {@code limit} of them. */
    byte[] head(int limit) {
        Pointer bytes = Chdb.resultBuffer(result);
        return bytes == null ? new byte[0] : bytes.getByteArray(0, (int) Math.min(limit, length()));
    }

    /** Copies everything from the given offset on, in slices. */
    void copyTo(OutputStream out, long from) throws IOException {
        Pointer bytes = Chdb.resultBuffer(result);
        if (bytes == null) {
            return;
        }
        long length = length();
        byte[] slice = new byte[(int) Math.min(SLICE, Math.max(0, length - from))];
        for (long at = from; at < length; at += slice.length) {
            int size = (int) Math.min(slice.length, length - at);
            bytes.read(at, slice, 0, size);
            out.write(slice, 0, size);
        }
    }

    @Override
    public void close() {
        Chdb.destroyQueryResult(result);
    }

    /** What a statement wrote, materialized views included. */
    record Written(long rows, long bytes) {
        static final Written NOTHING = new Written(0, 0);
    }
}
