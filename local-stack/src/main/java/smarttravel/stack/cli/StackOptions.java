package smarttravel.stack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import smarttravel.stack.StackConfig;
import smarttravel.stack.StackConfig.Login;

/** The options of commands that start a stack. */
final class StackOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that keeps everything across restarts. Without it, a temporary one.")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "7070",
            description = "Port of the API on this machine, 0 for any free one. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "DURATION",
            defaultValue = "PT5S",
            description = "How often the jobs save their state. Default: ${DEFAULT-VALUE}")
    private Duration checkpointInterval = Duration.ofSeconds(5);

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "Tasks per step of the jobs. Default: ${DEFAULT-VALUE}")
    private int parallelism;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "A real Kafka instead of the embedded one.")
    private @Nullable String kafka;

    @Option(names = "--clickhouse-url", paramLabel = "JDBC", description = "A real ClickHouse server.")
    private @Nullable String clickHouseUrl;

    @Option(names = "--clickhouse-user", defaultValue = "default", description = "Its user. Default: ${DEFAULT-VALUE}")
    private String clickHouseUser = "default";

    @Option(names = "--clickhouse-password", defaultValue = "", description = "Its password; better by environment.")
    private String clickHousePassword = "";

    @Option(names = "--postgres-url", paramLabel = "JDBC", description = "A real PostgreSQL server.")
    private @Nullable String postgresUrl;

    @Option(names = "--postgres-user", defaultValue = "postgres", description = "Its user. Default: ${DEFAULT-VALUE}")
    private String postgresUser = "postgres";

    @Option(names = "--postgres-password", defaultValue = "", description = "Its password; better by environment.")
    private String postgresPassword = "";

    /** Whether the folder is to be removed when the stack stops. */
    boolean isTemporary() {
        return data == null;
    }

    StackConfig config() throws IOException {
        return new StackConfig(
                data == null ? Files.createTempDirectory("smart-travel-") : data,
                port,
                Optional.ofNullable(kafka),
                login(clickHouseUrl, clickHouseUser, clickHousePassword),
                login(postgresUrl, postgresUser, postgresPassword),
                checkpointInterval,
                parallelism);
    }

    private static Optional<Login> login(@Nullable String url, String user, String password) {
        return url == null ? Optional.empty() : Optional.of(new Login(url, user, password));
    }
}
