package smarttravel.stack.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The engine on its data folder. One connection stays open all the time, because closing the last one shuts the
 * engine down, and leaving the process with one open crashes it.
 */
final class Engine implements AutoCloseable {
    private static final Duration CANCEL_PAUSE = Duration.ofMillis(50);
    private static final Duration CANCEL_WAIT = Duration.ofSeconds(5);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(20);

    private final List<String> arguments;
    private final EngineConnection keep;
    private final RunningQueries running = new RunningQueries();

    private Engine(List<String> arguments, EngineConnection keep) {
        this.arguments = arguments;
        this.keep = keep;
    }

    static Engine start(Path libchdb, Path folder, Limits limits) throws IOException {
        Files.createDirectories(folder);
        Chdb.load(libchdb);
        List<String> arguments = EngineArguments.of(folder.toRealPath(), limits);
        EngineConnection keep = EngineConnection.open(arguments)
                .orElseThrow(() -> new IOException("ClickHouse does not open " + folder
                        + ": another process uses it, or this process has another folder open (the engine says which on "
                        + "the standard error stream)"));
        return new Engine(arguments, keep);
    }

    RunningQueries running() {
        return running;
    }

    EngineConnection connect() throws EngineException {
        return EngineConnection.open(arguments)
                .orElseThrow(() -> EngineException.of(EngineError.ABORTED, "The engine opens no connection"));
    }

    /** Stops the queries of that key and waits for a moment until they have stopped. */
    void cancel(String key) throws EngineException {
        stop(running.cancel(key), CANCEL_WAIT);
    }

    private void stop(Set<RunningQueries.Query> queries, Duration wait) throws EngineException {
        long rounds = wait.dividedBy(CANCEL_PAUSE);
        for (RunningQueries.Query query : queries) {
            try (EngineConnection connection = connect()) {
                String kill = "KILL QUERY WHERE Settings['log_comment'] = " + SqlLiteral.quoted(query.key()) + " ASYNC";
                for (long round = 0; round < rounds && !query.endsWithin(CANCEL_PAUSE); round++) {
                    connection.execute(kill);
                }
            }
        }
    }

    /** Cancels what runs and closes the engine; its data is complete on disk after that. */
    @Override
    public void close() throws EngineException {
        Set<RunningQueries.Query> left = running.cancelAll();
        stop(left, CLOSE_WAIT);
        if (left.stream().anyMatch(query -> !query.endsWithin(Duration.ZERO))) {
            throw EngineException.of(EngineError.ABORTED, "A query does not end, so the engine stays open");
        }
        keep.close();
    }
}
