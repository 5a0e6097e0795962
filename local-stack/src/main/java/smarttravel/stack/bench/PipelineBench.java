package smarttravel.stack.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import smarttravel.ingest.publishing.ObservationPublisher;
import smarttravel.jobs.AllJobs;
import smarttravel.jobs.config.ClickHouseAddress;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.sql.ClickHouseSchema;
import smarttravel.stack.clickhouse.Access;
import smarttravel.stack.clickhouse.EmbeddedClickHouse;
import smarttravel.stack.clickhouse.EngineArchive;
import smarttravel.stack.clickhouse.Limits;
import smarttravel.stack.flink.EmbeddedFlink;
import smarttravel.stack.kafka.EmbeddedKafka;

/**
 * How fast observations go from topic to tables through all jobs, beside bare reading and writing, in one process and by
 * turns, so that whatever else the machine does falls on both.
 */
public final class PipelineBench {
    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);

    private final int offers;
    private final int days;
    private final int skewPercent;
    private final int rounds;
    private final int parallelism;
    private final LocalDate today;
    private final Consumer<String> progress;

    /**
     * A measurement of {@code offers * days} observations.
     *
     * @param skewPercent how many of the offers are all in one market
     * @param rounds how often each of the two is run; the first run of each warms the JVM and is not counted
     * @param today the offers are seen on the days before it
     */
    public PipelineBench(
            int offers,
            int days,
            int skewPercent,
            int rounds,
            int parallelism,
            LocalDate today,
            Consumer<String> progress) {
        this.offers = offers;
        this.days = days;
        this.skewPercent = skewPercent;
        this.rounds = rounds;
        this.parallelism = parallelism;
        this.today = today;
        this.progress = progress;
    }

    /** One run: how long, how much processor time of the whole process, and how large the state became. */
    public record Run(String job, double seconds, double cpuSeconds, long stateBytes) {}

    /** Runs both by turns. */
    public List<Run> run(Path folder, Map<String, String> environment) throws Exception {
        Access access = Access.random(new SecureRandom());
        try (EmbeddedClickHouse clickHouse = EmbeddedClickHouse.start(
                        EngineArchive.locate(environment, progress),
                        folder.resolve("clickhouse"),
                        Limits.laptop(),
                        access);
                EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"))) {
            ClickHouseAddress writer = new ClickHouseAddress(
                    clickHouse.jdbcUrl(),
                    access.writer().user(),
                    access.writer().password());
            execute(writer, ClickHouseSchema::apply);
            publish(kafka.bootstrapServers());
            List<Run> runs = new ArrayList<>();
            for (int round = 0; round <= rounds; round++) {
                execute(writer, connection -> run(connection, "DETACH TABLE travel.priced_observations"));
                Run bare = run("bare", folder.resolve("bare-" + round), kafka, writer, BareJob::connect);
                execute(writer, connection -> run(connection, "ATTACH TABLE travel.priced_observations"));
                Run all = run("all jobs", folder.resolve("all-" + round), kafka, writer, PipelineBench::allJobs);
                progress.accept(
                        String.format("round %d: bare %.1f s, all jobs %.1f s", round, bare.seconds(), all.seconds()));
                if (round > 0) {
                    runs.add(bare);
                    runs.add(all);
                }
            }
            return runs;
        }
    }

    private void publish(String kafka) {
        progress.accept("Publishing " + (long) offers * days + " observations");
        try (ObservationPublisher publisher = ObservationPublisher.connect(kafka)) {
            new BenchObservations(offers, days, skewPercent, today).forEach(publisher::publish);
            publisher.flush();
        }
    }

    private Run run(String job, Path folder, EmbeddedKafka kafka, ClickHouseAddress writer, Wiring wiring)
            throws Exception {
        execute(writer, connection -> truncate(connection));
        JobConfig config = new JobConfig(
                kafka.bootstrapServers(),
                "bench",
                writer,
                CHECKPOINTS,
                CHECKPOINTS.toMillis(),
                parallelism,
                JobConfig.Until.END_OF_TOPIC);
        try (EmbeddedFlink flink =
                EmbeddedFlink.start(folder, config, job, environment -> wiring.connect(environment, config))) {
            long cpu = processCpuNanos();
            long started = System.nanoTime();
            flink.awaitEnd();
            return new Run(
                    job,
                    (System.nanoTime() - started) / 1e9,
                    (processCpuNanos() - cpu) / 1e9,
                    flink.largestCheckpoint());
        }
    }

    private static void allJobs(StreamExecutionEnvironment environment, JobConfig config) {
        AllJobs.connect(environment, config, PriceDropRule.DEFAULT);
    }

    private static void truncate(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "price_observations",
                    "offers",
                    "price_drops",
                    "price_patterns",
                    "seasonal_levels",
                    "seasonal_index",
                    "booking_curve",
                    "market_offer_days",
                    "comparable_offers",
                    "provider_quality",
                    "offer_quality",
                    "advice")) {
                statement.execute("TRUNCATE TABLE travel." + table);
            }
        }
    }

    private static void run(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void execute(ClickHouseAddress address, Step step) throws Exception {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            step.on(connection);
        }
    }

    private static long processCpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    /** How a job is wired. */
    @FunctionalInterface
    private interface Wiring {
        void connect(StreamExecutionEnvironment environment, JobConfig config);
    }

    /** Something done with a connection. */
    @FunctionalInterface
    private interface Step {
        void on(Connection connection) throws Exception;
    }
}
