package smarttravel.stack.clickhouse;

import com.sun.jna.Pointer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A running SELECT. Each chunk is a complete document of its format, about 65,000 rows. */
final class EngineRows implements AutoCloseable {
    private final Pointer handle;
    private final Pointer stream;
    private boolean finished;

    private EngineRows(Pointer handle, Pointer stream) {
        this.handle = handle;
        this.stream = stream;
    }

    static EngineRows of(Pointer handle, @Nullable Pointer stream) throws EngineException {
        if (stream == null) {
            throw EngineException.of(EngineError.UNKNOWN_EXCEPTION, "The engine gave no result");
        }
        String error = Chdb.resultError(stream);
        if (error != null) {
            Chdb.destroyQueryResult(stream);
            throw EngineException.parse(error);
        }
        return new EngineRows(handle, stream);
    }

    /** The next chunk, to be closed by the caller; absent at the end. */
    Optional<EngineAnswer> next() throws EngineException {
        try {
            EngineAnswer chunk = EngineAnswer.of(Chdb.streamFetchResult(handle, stream));
            if (chunk.length() > 0) {
                return Optional.of(chunk);
            }
            chunk.close();
            finished = true;
            return Optional.empty();
        } catch (EngineException e) {
            finished = true;
            throw e;
        }
    }

    @Override
    public void close() {
        if (!finished) {
            Chdb.streamCancelQuery(handle, stream);
        }
        Chdb.destroyQueryResult(stream);
    }
}
