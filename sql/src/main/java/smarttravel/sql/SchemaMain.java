package smarttravel.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a ClickHouse and a PostgreSQL server to the schema of this version and ends; a deployment runs it before the
 * jobs and the API. Safe to run again at any time.
 */
public final class SchemaMain {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaMain.class);
    private static final int USAGE = 2;
    private static final List<String> MANDATORY = List.of(
            "TRAVEL_CLICKHOUSE_URL",
            "TRAVEL_CLICKHOUSE_USER",
            "TRAVEL_CLICKHOUSE_PASSWORD",
            "TRAVEL_POSTGRES_URL",
            "TRAVEL_POSTGRES_USER",
            "TRAVEL_POSTGRES_PASSWORD");

    private SchemaMain() {}

    /** Applies both schemas to the servers that the environment names ({@code TRAVEL_…}). */
    public static void main(String[] arguments) throws SQLException {
        Servers servers;
        try {
            servers = servers(System.getenv());
        } catch (IllegalArgumentException e) {
            LOG.error("{}", e.getMessage());
            System.exit(USAGE);
            return;
        }
        try (Connection connection = servers.clickHouse().connect()) {
            ClickHouseSchema.apply(connection);
        }
        PostgresSchema.apply(servers.postgres().dataSource());
        LOG.info("Both schemas are those of this version");
    }

    /**
     * Reads the addresses of both servers; names it does not know are left alone.
     *
     * @throws IllegalArgumentException naming what is missing
     */
    public static Servers servers(Map<String, String> environment) {
        List<String> missing = MANDATORY.stream()
                .filter(name -> !environment.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("set " + String.join(", ", missing));
        }
        return new Servers(server(environment, "TRAVEL_CLICKHOUSE"), server(environment, "TRAVEL_POSTGRES"));
    }

    private static Server server(Map<String, String> environment, String name) {
        return new Server(
                environment.getOrDefault(name + "_URL", ""),
                environment.getOrDefault(name + "_USER", ""),
                environment.getOrDefault(name + "_PASSWORD", ""));
    }

    /** The two servers whose schema is applied. */
    public record Servers(Server clickHouse, Server postgres) {}

    /** A server's JDBC address and who asks. */
    public record Server(String url, String user, String password) {
        private Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        private PGSimpleDataSource dataSource() {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url);
            source.setUser(user);
            source.setPassword(password);
            return source;
        }

        /** Without the password: this ends up in logs. */
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }
}
