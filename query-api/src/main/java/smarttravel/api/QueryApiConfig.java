package smarttravel.api;

import java.time.Duration;
import java.util.Objects;
import smarttravel.api.database.Database;
import smarttravel.api.quality.QualitySettings;
import smarttravel.api.searches.SearchSettings;

/**
 * Everything the API can be told, with a default for all that has one.
 *
 * @param port 0 takes a free one
 * @param cursorSecret at least 16 characters; the same for all replicas, so that a cursor of one opens at another
 * @param clickHouseConnections how many queries run at once
 * @param httpThreads how many requests are served at once
 * @param idle how long a connection may stay silent
 * @param readinessLimit how long a part may take to prove that it is ready
 * @param searches how long live searches last and hold
 * @param quality by what weights scores are formed
 */
public record QueryApiConfig(
        String host,
        int port,
        Database clickHouse,
        Database postgres,
        String cursorSecret,
        int clickHouseConnections,
        int postgresConnections,
        int httpThreads,
        Duration idle,
        Duration readinessLimit,
        SearchSettings searches,
        QualitySettings quality) {
    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 7070;

    public QueryApiConfig {
        Objects.requireNonNull(clickHouse, "clickHouse");
        Objects.requireNonNull(postgres, "postgres");
        require(!host.isBlank(), "host is blank");
        require(port >= 0 && port <= 65_535, "port is no port: " + port);
        require(cursorSecret.length() >= 16, "the cursor secret wants at least 16 characters");
        require(clickHouseConnections >= 1, "at least one ClickHouse connection is needed");
        require(postgresConnections >= 1, "at least one PostgreSQL connection is needed");
        require(httpThreads >= 8, "at least 8 HTTP threads are needed");
        require(!idle.isNegative() && !idle.isZero(), "idle is not above 0");
        require(!readinessLimit.isNegative() && !readinessLimit.isZero(), "readinessLimit is not above 0");
    }

    /** All defaults. */
    public static QueryApiConfig of(Database clickHouse, Database postgres, String cursorSecret) {
        return new QueryApiConfig(
                DEFAULT_HOST,
                DEFAULT_PORT,
                clickHouse,
                postgres,
                cursorSecret,
                6,
                3,
                24,
                Duration.ofSeconds(20),
                Duration.ofSeconds(2),
                SearchSettings.DEFAULT,
                QualitySettings.DEFAULT);
    }

    /** The same, listening elsewhere. */
    public QueryApiConfig listeningOn(String otherHost, int otherPort) {
        return new QueryApiConfig(
                otherHost,
                otherPort,
                clickHouse,
                postgres,
                cursorSecret,
                clickHouseConnections,
                postgresConnections,
                httpThreads,
                idle,
                readinessLimit,
                searches,
                quality);
    }

    /** The same with other settings of live searches. */
    public QueryApiConfig searching(SearchSettings others) {
        return new QueryApiConfig(
                host,
                port,
                clickHouse,
                postgres,
                cursorSecret,
                clickHouseConnections,
                postgresConnections,
                httpThreads,
                idle,
                readinessLimit,
                others,
                quality);
    }

    /** The same with other weights of scores. */
    public QueryApiConfig scoring(QualitySettings others) {
        return new QueryApiConfig(
                host,
                port,
                clickHouse,
                postgres,
                cursorSecret,
                clickHouseConnections,
                postgresConnections,
                httpThreads,
                idle,
                readinessLimit,
                searches,
                others);
    }

    @Override
    public String toString() {
        return "QueryApiConfig[host=" + host + ", port=" + port + "]";
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
