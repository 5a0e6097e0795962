package smarttravel.stack.flink;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import smarttravel.jobs.AllJobs;
import smarttravel.jobs.config.ClickHouseAddress;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.sql.ClickHouseSchema;
import smarttravel.stack.StackConfig.Login;
import smarttravel.stack.clickhouse.Access;
import smarttravel.stack.clickhouse.EmbeddedClickHouse;
import smarttravel.stack.clickhouse.EngineArchive;
import smarttravel.stack.clickhouse.Limits;
import smarttravel.stack.kafka.EmbeddedKafka;
import smarttravel.stack.testing.Tables;

/** Kafka and ClickHouse of a stack, with jobs that can be started and stopped on them by themselves. */
record JobPieces(Path folder, EmbeddedKafka kafka, EmbeddedClickHouse clickHouse, Access access)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobPieces.class);

    static JobPieces start(Path folder) throws IOException, SQLException {
        Access access = Access.random(new SecureRandom());
        EmbeddedClickHouse clickHouse = EmbeddedClickHouse.start(
                EngineArchive.locate(System.getenv(), LOG::info),
                folder.resolve("clickhouse"),
                Limits.laptop(),
                access);
        try (Connection connection = DriverManager.getConnection(
                clickHouse.jdbcUrl(), access.writer().user(), access.writer().password())) {
            ClickHouseSchema.apply(connection);
        }
        return new JobPieces(folder, EmbeddedKafka.start(folder.resolve("kafka")), clickHouse, access);
    }

    /** ClickHouse's port. */
    int clickHousePort() {
        return URI.create(clickHouse.httpUrl()).getPort();
    }

    /** Where the jobs keep their checkpoints. */
    Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Starts all jobs, from their last checkpoint when there is one. */
    EmbeddedFlink startJobs() throws Exception {
        return startJobs(clickHousePort());
    }

    /** Starts all jobs with another way to ClickHouse. */
    EmbeddedFlink startJobs(int port) throws Exception {
        JobConfig config = new JobConfig(
                kafka.bootstrapServers(),
                JobConfig.GROUP,
                new ClickHouseAddress(
                        "jdbc:clickhouse://127.0.0.1:" + port + "/default?retry=0",
                        access.writer().user(),
                        access.writer().password()),
                Duration.ofSeconds(1),
                1_000,
                2,
                JobConfig.Until.STOPPED);
        return EmbeddedFlink.start(
                checkpoints(), config, AllJobs.NAME, flink -> AllJobs.connect(flink, config, PriceDropRule.DEFAULT));
    }

    Tables tables() {
        return new Tables(new Login(
                clickHouse.jdbcUrl() + "&clickhouse_setting_final=1",
                access.reader().user(),
                access.reader().password()));
    }

    @Override
    public void close() {
        kafka.close();
        clickHouse.close();
    }
}
