package smarttravel.api.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;

/** How the API connects: few connections, short waits, and a start that does not depend on the other side being up. */
public final class ConnectionPools {
    private static final long WAIT_MILLIS = 2_000;

    private ConnectionPools() {}

    /** Connections that see every row once ({@code final=1}) and whose queries end after ten seconds. */
    public static HikariDataSource clickHouse(Database database, int size, MeterRegistry registry) {
        HikariConfig config = config("clickhouse", database, size, registry);
        config.setDriverClassName("com.clickhouse.jdbc.ClickHouseDriver");
        config.addDataSourceProperty("clickhouse_setting_final", "1");
        config.addDataSourceProperty("clickhouse_setting_max_execution_time", "10");
        config.addDataSourceProperty("clickhouse_setting_use_skip_indexes_if_final", "1");
        config.addDataSourceProperty("connection_timeout", "2000");
        config.addDataSourceProperty("socket_timeout", "12000");
        return new HikariDataSource(config);
    }

    /** Connections whose queries end after five seconds. */
    public static HikariDataSource postgres(Database database, int size, MeterRegistry registry) {
        HikariConfig config = config("postgres", database, size, registry);
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "5");
        return new HikariDataSource(config);
    }

    private static HikariConfig config(String name, Database database, int size, MeterRegistry registry) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("query-api-" + name);
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(WAIT_MILLIS / 2);
        config.setInitializationFailTimeout(-1);
        config.setMetricRegistry(registry);
        return config;
    }
}
