package smarttravel.stack.clickhouse;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.InputStream;

/**
 * A running insert. Binary bodies must come this way: an ordinary query cuts its inline rows at the first empty line.
 * Closed before {@link #finish}, it writes nothing.
 */
final class EngineInsert implements AutoCloseable {
    private static final int SLICE = 256 * 1024;

    private final Pointer insert;

    private EngineInsert(Pointer insert) {
        this.insert = insert;
    }

    static EngineInsert of(Pointer insert) throws EngineException {
        String error = Chdb.streamInsertError(insert);
        if (error != null) {
            Chdb.destroyInsertStream(insert);
            throw EngineException.parse(error);
        }
        return new EngineInsert(insert);
    }

    void append(InputStream body) throws EngineException, IOException {
        byte[] slice = new byte[SLICE];
        try (Memory memory = new Memory(SLICE)) {
            for (int size = body.readNBytes(slice, 0, SLICE); size > 0; size = body.readNBytes(slice, 0, SLICE)) {
                memory.write(0, slice, 0, size);
                if (Chdb.streamAppend(insert, memory, size) != 0) {
                    throw failure();
                }
            }
        }
    }

    /** Stores the rows; until this returns they may or may not be there. */
    EngineAnswer.Written finish() throws EngineException {
        try (EngineAnswer answer = EngineAnswer.of(Chdb.streamDone(insert))) {
            return answer.written();
        }
    }

    private EngineException failure() {
        String error = Chdb.streamInsertError(insert);
        return EngineException.parse(error == null ? "The insert was refused" : error);
    }

    @Override
    public void close() {
        Chdb.destroyInsertStream(insert);
    }
}
