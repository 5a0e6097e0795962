package smarttravel.stack.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import smarttravel.stack.clickhouse.CacheFolder;

/**
 * PostgreSQL for one machine: its data stays in the given folder across restarts, and only who can read that folder
 * knows its password.
 */
public final class EmbeddedPostgreSql implements AutoCloseable {
    private static final String USER = "postgres";
    private static final String DATABASE = "postgres";
    private static final String CLUSTER = "cluster";
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final Map<String, String> SMALL_AND_LOCAL = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "shared_buffers", "32MB",
            // The API, and several ingest processes with about 20 each.
            "max_connections", "120",
            "fsync", "on");

    private final FolderLock lock;
    private final ServerSecret secret;
    private final EmbeddedPostgres server;

    private EmbeddedPostgreSql(FolderLock lock, ServerSecret secret, EmbeddedPostgres server) {
        this.lock = lock;
        this.secret = secret;
        this.server = server;
    }

    /**
     * Starts on a free port. A server that a killed process left on this folder is stopped first.
     *
     * @throws IOException if another process uses the folder, or PostgreSQL does not start
     */
    public static EmbeddedPostgreSql start(Path folder) throws IOException {
        Path real = Files.createDirectories(folder).toRealPath();
        FolderLock lock = FolderLock.take(real.resolve("in-use.lock"));
        try {
            OrphanedServer.stop(real.resolve(CLUSTER));
            ServerSecret secret = ServerSecret.in(real);
            return new EmbeddedPostgreSql(lock, secret, server(real.resolve(CLUSTER), secret));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres server(Path cluster, ServerSecret secret) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        CacheFolder.create(System.getenv()).resolve("postgres").toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setPGStartupWait(START_WAIT)
                // The library passes these on to initdb as they are; there is no other way to give it a password.
                .setLocaleConfig("pwfile", secret.passwordFile().toString())
                .setServerConfig("hba_file", shellQuoted(secret.accessFile()))
                .setConnectConfig("password", secret.password());
        SMALL_AND_LOCAL.forEach(builder::setServerConfig);
        return builder.start();
    }

    /** The server's options pass through a shell on their way. */
    private static String shellQuoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    /** The address for the JDBC driver. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DATABASE;
    }

    /** Who owns everything in it. */
    public String user() {
        return USER;
    }

    /** The owner's password, the same at every start on this folder. */
    public String password() {
        return secret.password();
    }

    /** Connections without a pool. */
    public DataSource dataSource() {
        return server.getPostgresDatabase();
    }

    /** Stops the server in order; the data stays. */
    @Override
    public void close() throws IOException {
        try {
            server.close();
        } finally {
            lock.close();
        }
    }
}
