package smarttravel.stack.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/** Runs in a JVM of its own: starts PostgreSQL, stores a row, and waits to be killed. */
final class AbandonedPostgreSql {
    private AbandonedPostgreSql() {}

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(Path.of(arguments[0]));
                Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (a int)");
            statement.execute("INSERT INTO kept VALUES (7)");
            Files.writeString(Path.of(arguments[1]), "stored");
            new CountDownLatch(1).await();
        }
    }
}
