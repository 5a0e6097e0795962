package smarttravel.stack.clickhouse;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/** Runs in a JVM of its own: ends it, with the engine closed by a shutdown hook, while queries run. */
final class ExitingEngine {
    private static final int QUERIES = 3;

    private ExitingEngine() {}

    public static void main(String[] arguments) throws Exception {
        Access access = Access.random(new SecureRandom());
        EmbeddedClickHouse engine =
                EmbeddedClickHouse.start(Path.of(arguments[0]), Path.of(arguments[1]), Limits.laptop(), access);
        Runtime.getRuntime().addShutdownHook(new Thread(engine::close, "close"));
        CountDownLatch running = new CountDownLatch(QUERIES);
        for (int i = 0; i < QUERIES; i++) {
            Thread thread = new Thread(() -> query(engine, access, running), "query");
            thread.setDaemon(true);
            thread.start();
        }
        running.await();
        System.exit(0);
    }

    private static void query(EmbeddedClickHouse engine, Access access, CountDownLatch running) {
        try (Connection connection = DriverManager.getConnection(
                        engine.jdbcUrl(),
                        access.writer().user(),
                        access.writer().password());
                Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT 1").close();
            running.countDown();
            statement.executeQuery("SELECT count() FROM system.numbers");
        } catch (SQLException expectedAtTheEnd) {
            running.countDown();
        }
    }
}
