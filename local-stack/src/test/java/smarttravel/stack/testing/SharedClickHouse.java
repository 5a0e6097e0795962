package smarttravel.stack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;
import smarttravel.api.database.Database;
import smarttravel.stack.clickhouse.Access;
import smarttravel.stack.clickhouse.EmbeddedClickHouse;
import smarttravel.stack.clickhouse.EngineArchive;
import smarttravel.stack.clickhouse.Limits;

/**
 * One engine for all tests of a JVM, because a process can open only one data folder. It starts with the first test
 * class that is extended with this and is closed before the JVM ends. Each class makes a database of its own name.
 */
public final class SharedClickHouse implements BeforeAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SharedClickHouse.class);
    private static final Access ACCESS = Access.random(new SecureRandom());

    private static volatile @Nullable EmbeddedClickHouse engine;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent("engine", key -> start());
    }

    private static Running start() {
        try {
            Path library = EngineArchive.locate(System.getenv(), LoggerFactory.getLogger(SharedClickHouse.class)::info);
            Path folder = Files.createTempDirectory("clickhouse-test-");
            EmbeddedClickHouse started = EmbeddedClickHouse.start(library, folder, Limits.laptop(), ACCESS);
            engine = started;
            return new Running(started, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The running engine. */
    public static EmbeddedClickHouse engine() {
        EmbeddedClickHouse running = engine;
        if (running == null) {
            throw new IllegalStateException("Extend the test class with SharedClickHouse");
        }
        return running;
    }

    /** A connection that may do everything, with further properties of the driver. */
    public static Connection writer(Map<String, String> properties) throws SQLException {
        return connect(ACCESS.writer(), properties);
    }

    /** A connection that may do everything. */
    public static Connection writer() throws SQLException {
        return writer(Map.of());
    }

    /** A connection that may only read. */
    public static Connection reader() throws SQLException {
        return connect(ACCESS.reader(), Map.of());
    }

    /** Where a part of the product finds the engine, as one that may only read. */
    public static Database database() {
        return new Database(
                engine().jdbcUrl(), ACCESS.reader().user(), ACCESS.reader().password());
    }

    /** The header that proves the writer to a bare HTTP request. */
    public static String writerAuthorization() {
        String pair = ACCESS.writer().user() + ":" + ACCESS.writer().password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** An empty database of that name, made by the engine's proper kind. */
    public static void freshDatabase(String name) throws SQLException {
        try (Connection connection = writer();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " SYNC");
            statement.execute("CREATE DATABASE " + name + " ENGINE = Atomic");
        }
    }

    /** A connection of any login. */
    public static Connection connect(Access.Login login, Map<String, String> properties) throws SQLException {
        Properties all = new Properties();
        all.putAll(properties);
        all.setProperty("user", login.user());
        all.setProperty("password", login.password());
        return DriverManager.getConnection(engine().jdbcUrl(), all);
    }

    private record Running(EmbeddedClickHouse clickHouse, Path folder) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            clickHouse.close();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
