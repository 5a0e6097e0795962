package smarttravel.stack.clickhouse;

import com.sun.jna.FunctionMapper;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The C functions of libchdb that the endpoint needs: {@code streamInsertN} is {@code chdb_stream_insert_n}. Every
 * length is a {@code size_t} of a 64-bit system. Errors come back inside results, so callers go through
 * {@link EngineConnection}.
 */
final class Chdb {
    private static final FunctionMapper NAMES = (library, method) ->
            "chdb_" + method.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);

    private static boolean loaded;

    private Chdb() {}

    /** Binds the library once per JVM and takes its signal handlers away: HotSpot needs its own for null checks. */
    static synchronized void load(Path libchdb) {
        if (loaded) {
            return;
        }
        Map<String, Object> options = Map.of(Library.OPTION_FUNCTION_MAPPER, NAMES);
        Native.register(Chdb.class, NativeLibrary.getInstance(libchdb.toString(), options));
        setSignalHandlersEnabled(0);
        loaded = true;
    }

    static native void setSignalHandlersEnabled(int enabled);

    static native @Nullable Pointer connect(int argc, Pointer argv);

    static native void closeConn(Pointer connection);

    static native @Nullable Pointer queryN(Pointer handle, byte[] sql, long length, byte[] format, long formatLength);

    static native @Nullable Pointer streamQueryN(
            Pointer handle, byte[] sql, long length, byte[] format, long formatLength);

    static native @Nullable Pointer streamFetchResult(Pointer handle, Pointer stream);

    static native void streamCancelQuery(Pointer handle, Pointer stream);

    static native void destroyQueryResult(Pointer result);

    static native Pointer streamInsertN(Pointer handle, byte[] sql, long length, byte[] format, long formatLength);

    static native int streamAppend(Pointer insert, Pointer bytes, long length);

    static native @Nullable Pointer streamDone(Pointer insert);

    static native @Nullable String streamInsertError(Pointer insert);

    static native void destroyInsertStream(Pointer insert);

    static native @Nullable Pointer resultBuffer(Pointer result);

    static native long resultLength(Pointer result);

    static native long resultRowsRead(Pointer result);

    static native long resultRowsWritten(Pointer result);

    static native long resultBytesWritten(Pointer result);

    static native @Nullable String resultError(Pointer result);

    static native int classifyQueryN(
            Pointer handle, byte[] sql, long length, @Nullable Pointer database, long databaseLength, Pointer analysis);
}
