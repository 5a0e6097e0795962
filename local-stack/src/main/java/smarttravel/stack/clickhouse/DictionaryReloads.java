package smarttravel.stack.clickhouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads dictionaries again when what they are made of has changed, as a server does by itself: it asks each loaded one's
 * INVALIDATE_QUERY once a second.
 */
final class DictionaryReloads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DictionaryReloads.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final long LAST_LOOK_SECONDS = 30;
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final String LOADED = """
            SELECT concat(database, '.', name), extract(create_table_query, 'INVALIDATE_QUERY \\'([^\\']*)\\'')
            FROM system.tables
            WHERE engine = 'Dictionary'
                AND (database, name) IN (SELECT database, name FROM system.dictionaries WHERE status = 'LOADED')""";

    private final EngineConnection connection;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "clickhouse-dictionaries");
        daemon.setDaemon(true);
        return daemon;
    });
    private final Map<String, String> madeOf = new HashMap<>();

    private DictionaryReloads(EngineConnection connection) {
        this.connection = connection;
    }

    static DictionaryReloads start(Engine engine) throws IOException {
        try {
            DictionaryReloads reloads = new DictionaryReloads(engine.connect());
            var unused = reloads.thread.scheduleWithFixedDelay(
                    reloads::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return reloads;
        } catch (EngineException e) {
            throw new IOException("ClickHouse opens no connection for its dictionaries", e);
        }
    }

    private void look() {
        try {
            for (String line : ask(LOADED).lines().toList()) {
                String[] cells = line.split("\t", -1);
                if (cells.length == 2 && !cells[1].isEmpty()) {
                    reloadIfChanged(cells[0], cells[1]);
                }
            }
        } catch (EngineException e) {
            // Gone since it was listed, or the engine is short of memory: the next look is a second away.
            LOG.debug("Dictionaries could not be looked at", e);
        }
    }

    private void reloadIfChanged(String dictionary, String question) throws EngineException {
        String now = ask(question);
        if (!now.equals(madeOf.get(dictionary))) {
            connection.execute("SYSTEM RELOAD DICTIONARY " + dictionary);
            madeOf.put(dictionary, now);
        }
    }

    private String ask(String question) throws EngineException {
        try (EngineAnswer answer = connection.query(question.getBytes(StandardCharsets.UTF_8), "TSVRaw")) {
            return new String(answer.head(LONGEST_ANSWER), StandardCharsets.UTF_8);
        }
    }

    /** Waits for the look that is under way: the engine must not be closed under it. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_LOOK_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Dictionaries are still being loaded");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
