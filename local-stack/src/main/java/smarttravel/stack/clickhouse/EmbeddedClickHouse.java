package smarttravel.stack.clickhouse;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ClickHouse inside this JVM, answering on a port of the loopback interface, so that jobs, API and tests use the
 * ordinary JDBC driver. One data folder per process; it must be closed before the JVM ends.
 */
public final class EmbeddedClickHouse implements AutoCloseable {
    static final String TIME_ZONE = "UTC";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedClickHouse.class);

    private final Engine engine;
    private final HttpServer server;
    private final ExecutorService workers;
    private final DictionaryReloads dictionaries;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedClickHouse(
            Engine engine, HttpServer server, ExecutorService workers, DictionaryReloads dictionaries) {
        this.engine = engine;
        this.server = server;
        this.workers = workers;
        this.dictionaries = dictionaries;
    }

    /**
     * Opens the folder and starts to answer.
     *
     * @param libchdb the engine, see {@link EngineArchive}
     * @param folder where the data lies; created if absent
     * @throws IOException if another process has the folder open, or this process has another one open
     */
    public static EmbeddedClickHouse start(Path libchdb, Path folder, Limits limits, Access access) throws IOException {
        // Without it the JDK's server waits 40 ms for an acknowledgement before it ends a small answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Engine engine = Engine.start(libchdb, folder, limits);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService workers = Executors.newFixedThreadPool(limits.requests(), daemonThreads());
        server.setExecutor(workers);
        server.createContext("/", new ClickHouseEndpoint(engine, access, limits));
        server.start();
        EmbeddedClickHouse started = new EmbeddedClickHouse(engine, server, workers, DictionaryReloads.start(engine));
        LOG.info("ClickHouse answers on {}", started.httpUrl());
        return started;
    }

    private static java.util.concurrent.ThreadFactory daemonThreads() {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "clickhouse-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * The address for the JDBC driver; user, password and database are its properties. The driver would send a failed
     * request three times more, inserts and exceeded time limits included, so it is told not to.
     */
    public String jdbcUrl() {
        return "jdbc:clickhouse://127.0.0.1:" + server.getAddress().getPort() + "/?retry=0";
    }

    /** The address of ClickHouse's HTTP interface. */
    public String httpUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /**
     * Cancels what runs, then closes the engine. Safe to call twice and from a shutdown hook; the engine must be
     * closed before the process ends, or its destructors crash it.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        engine.running().cancelAll();
        server.stop(0);
        dictionaries.close();
        try {
            engine.close();
        } catch (EngineException e) {
            LOG.error("ClickHouse did not close in order", e);
        }
        workers.shutdownNow();
    }
}
