package smarttravel.stack.clickhouse;

import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One session of the engine. Settings live as long as it does and it runs one statement at a time, so every request
 * opens its own (half a millisecond) and no request sees another's settings.
 */
final class EngineConnection implements AutoCloseable {
    private final Pointer connection;
    private final Pointer handle;

    private EngineConnection(Pointer connection) {
        this.connection = connection;
        this.handle = connection.getPointer(0);
    }

    /** Absent when the engine refuses; it tells why on the standard error stream only. */
    static Optional<EngineConnection> open(List<String> arguments) {
        @Nullable
        Pointer connection = Chdb.connect(arguments.size(), new StringArray(arguments.toArray(String[]::new)));
        return Optional.ofNullable(connection).map(EngineConnection::new);
    }

    /** Runs one statement and keeps its whole result in the engine's memory. */
    EngineAnswer query(byte[] sql, String format) throws EngineException {
        byte[] formatBytes = utf8(format);
        return EngineAnswer.of(Chdb.queryN(handle, sql, sql.length, formatBytes, formatBytes.length));
    }

    /** Runs a statement whose result nobody reads. */
    void execute(String sql) throws EngineException {
        query(utf8(sql), "Null").close();
    }

    QueryAnalysis analyse(SqlText sql) throws EngineException {
        return QueryAnalysis.of(handle, sql);
    }

    /** Starts a SELECT whose rows are fetched chunk by chunk. */
    EngineRows stream(byte[] sql, String format) throws EngineException {
        byte[] formatBytes = utf8(format);
        return EngineRows.of(handle, Chdb.streamQueryN(handle, sql, sql.length, formatBytes, formatBytes.length));
    }

    /** Starts an insert; the statement names neither FORMAT nor VALUES. */
    EngineInsert insert(byte[] sql, String format) throws EngineException {
        byte[] formatBytes = utf8(format);
        return EngineInsert.of(Chdb.streamInsertN(handle, sql, sql.length, formatBytes, formatBytes.length));
    }

    @Override
    public void close() {
        Chdb.closeConn(connection);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
