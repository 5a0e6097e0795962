package smarttravel.stack.clickhouse;

import java.time.Duration;

/**
 * What the engine may take of the machine: it shares one process with everything else, and its memory lies outside of
 * the Java heap.
 *
 * @param serverMemory bytes for all queries, merges and caches together
 * @param queryMemory bytes for one query
 * @param queryThreads threads for one query
 * @param requests how many requests run at once; more wait
 * @param readerTime how long one query of a reader may run
 * @param readerRows how many rows one query of a reader may return
 */
public record Limits(
        long serverMemory, long queryMemory, int queryThreads, int requests, Duration readerTime, long readerRows) {
    private static final long MEBIBYTE = 1024L * 1024;

    public Limits {
        if (serverMemory < 64 * MEBIBYTE || queryMemory <= 0 || queryMemory > serverMemory) {
            throw new IllegalArgumentException("Memory limits must satisfy 0 < one query <= server, server >= 64 MiB");
        }
        if (queryThreads < 1 || requests < 1 || readerRows < 1 || readerTime.toSeconds() < 1) {
            throw new IllegalArgumentException("Limits must be positive");
        }
    }

    /** For a laptop that also runs Kafka and Flink: 1 GiB, half of it for one query, two threads. */
    public static Limits laptop() {
        return new Limits(1024 * MEBIBYTE, 512 * MEBIBYTE, 2, 32, Duration.ofSeconds(30), 1_000_000);
    }
}
