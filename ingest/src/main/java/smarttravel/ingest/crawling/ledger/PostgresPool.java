package smarttravel.ingest.crawling.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Connections to PostgreSQL that one ingest process shares. */
public final class PostgresPool implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HikariDataSource connections;
    private final Jdbi jdbi;

    private PostgresPool(HikariDataSource connections) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
    }

    /** Connects; fails when nobody answers. */
    public static PostgresPool open(PostgresLogin login, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ingest");
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.addDataSourceProperty("socketTimeout", PATIENCE.multipliedBy(2).toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("ApplicationName", "ingest");
        return new PostgresPool(new HikariDataSource(config));
    }

    /** For the stores. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** For stores that make their own way. */
    public DataSource dataSource() {
        return connections;
    }

    @Override
    public void close() {
        connections.close();
    }
}
