package smarttravel.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything that a stack can be told. What has no address of a real server is started inside this process.
 *
 * @param folder where all that must survive lies
 * @param port of the API on loopback, 0 for any free one
 * @param kafka bootstrap servers of a real Kafka
 * @param clickHouse a real ClickHouse server
 * @param postgres a real PostgreSQL server
 * @param checkpointInterval how often the jobs save their state
 * @param parallelism tasks per operator of the jobs
 */
public record StackConfig(
        Path folder,
        int port,
        Optional<String> kafka,
        Optional<Login> clickHouse,
        Optional<Login> postgres,
        Duration checkpointInterval,
        int parallelism) {

    /** A server's JDBC address and who asks. */
    public record Login(String url, String user, String password) {
        /** Without the password: this ends up in logs. */
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    public StackConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port lies between 0 and 65535, not " + port);
        }
        if (parallelism < 1 || parallelism > 64) {
            throw new IllegalArgumentException("parallelism lies between 1 and 64, not " + parallelism);
        }
    }

    /** Everything embedded, with its files in a folder. */
    public static StackConfig embedded(Path folder, int port) {
        return new StackConfig(
                folder, port, Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofSeconds(5), 2);
    }
}
