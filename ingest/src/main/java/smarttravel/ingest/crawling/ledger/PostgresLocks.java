package smarttravel.ingest.crawling.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Advisory locks that hold as long as this process lives: on a connection of its own, which the server closes, and with it
 * every lock, when the process is killed, hangs or is cut off.
 *
 * <p>May be used by several threads; {@link #ping} must be called more often than every {@link #SILENCE}.
 */
public final class PostgresLocks implements AutoCloseable {
    /** The server gives up a connection that was silent for so long: a takeover takes no longer. */
    public static final Duration SILENCE = Duration.ofSeconds(7);

    private static final Logger LOG = LoggerFactory.getLogger(PostgresLocks.class);

    private final PostgresLogin login;
    private final String name;
    private final Set<Long> held = new HashSet<>();
    private @Nullable Connection connection;

    /**
     * Connects when the first lock is asked for.
     *
     * @param name under which the server lists the connection, followed by the process's id
     */
    public PostgresLocks(PostgresLogin login, String name) {
        this.login = login;
        this.name = name;
    }

    /** Takes a lock; false when this or another process has it, or the server does not answer. */
    public synchronized boolean tryLock(long key) {
        if (held.contains(key)) {
            return false;
        }
        try (PreparedStatement statement = connection().prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, key);
            if (isTrue(statement)) {
                held.add(key);
                return true;
            }
        } catch (SQLException e) {
            lost(e);
        }
        return false;
    }

    /** Lets a lock go. */
    public synchronized void unlock(long key) {
        if (!held.remove(key)) {
            return;
        }
        try (PreparedStatement statement = connection().prepareStatement("SELECT pg_advisory_unlock(?)")) {
            statement.setLong(1, key);
            isTrue(statement);
        } catch (SQLException e) {
            lost(e);
        }
    }

    /** Tells the server that this process lives, and whether it still has the lock. */
    public synchronized boolean stillHeld(long key) {
        ping();
        return held.contains(key);
    }

    /** Tells the server that this process lives. */
    public synchronized void ping() {
        try (PreparedStatement statement = connection().prepareStatement("SELECT true")) {
            isTrue(statement);
        } catch (SQLException e) {
            lost(e);
        }
    }

    private static boolean isTrue(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            Properties settings = new Properties();
            settings.put("user", login.user());
            settings.put("password", login.password());
            settings.put("connectTimeout", String.valueOf(SILENCE.toSeconds()));
            settings.put("socketTimeout", String.valueOf(SILENCE.toSeconds()));
            settings.put("ApplicationName", name + " " + ProcessHandle.current().pid());
            open = DriverManager.getConnection(login.url(), settings);
            connection = open;
            try (Statement statement = open.createStatement()) {
                statement.execute("SET idle_session_timeout = " + SILENCE.toMillis());
            }
        }
        return open;
    }

    private void lost(SQLException error) {
        LOG.warn("The connection that holds {} locks is lost: {}", held.size(), error.getMessage());
        close();
    }

    /** Lets every lock go. */
    @Override
    public synchronized void close() {
        held.clear();
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("Closing a connection failed", e);
            }
        }
    }
}
