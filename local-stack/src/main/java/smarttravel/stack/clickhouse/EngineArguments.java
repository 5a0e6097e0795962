package smarttravel.stack.clickhouse;

import java.nio.file.Path;
import java.util.List;

/** The engine's start arguments: small caches and pools, because it shares a small machine. */
final class EngineArguments {
    private static final long MEBIBYTE = 1024L * 1024;

    private EngineArguments() {}

    static List<String> of(Path folder, Limits limits) {
        return List.of(
                "clickhouse",
                "--path=" + folder,
                "--max_server_memory_usage=" + limits.serverMemory(),
                "--mark_cache_size=" + 64 * MEBIBYTE,
                "--uncompressed_cache_size=" + 16 * MEBIBYTE,
                "--background_pool_size=2",
                "--background_schedule_pool_size=4",
                "--timezone=" + EmbeddedClickHouse.TIME_ZONE);
    }
}
