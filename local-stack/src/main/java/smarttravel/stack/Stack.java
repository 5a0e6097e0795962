package smarttravel.stack;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import smarttravel.api.QueryApi;
import smarttravel.api.QueryApiConfig;
import smarttravel.api.database.Database;
import smarttravel.api.health.ReadinessCheck;
import smarttravel.api.quality.QualitySettings;
import smarttravel.ingest.IngestConfig;
import smarttravel.ingest.IngestProcess;
import smarttravel.ingest.crawling.ledger.PostgresLogin;
import smarttravel.jobs.AllJobs;
import smarttravel.jobs.config.ClickHouseAddress;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.stack.StackConfig.Login;
import smarttravel.stack.flink.EmbeddedFlink;

/**
 * The whole product in one process: stores, topics, jobs and API, taken up where the last run on the same folder ended.
 *
 * <pre>
 * providers' sites ──> ingest ──> Kafka ──> Flink jobs ──> ClickHouse ──> API <── PostgreSQL (keys, crawls)
 * </pre>
 */
public final class Stack implements AutoCloseable {
    /** How long a changed row may wait to be written under load. */
    private static final long EMIT_PAUSE_MILLIS = 10_000;

    private final Closing closing;
    private final Stores stores;
    private final EmbeddedFlink jobs;
    private final QueryApi api;
    private final String key;
    private final Path folderOfRuns;
    private final Path folder;
    private final PrometheusMeterRegistry meters;

    private Stack(
            Closing closing,
            Stores stores,
            EmbeddedFlink jobs,
            QueryApi api,
            String key,
            Path folderOfRuns,
            Path folder,
            PrometheusMeterRegistry meters) {
        this.closing = closing;
        this.stores = stores;
        this.jobs = jobs;
        this.api = api;
        this.key = key;
        this.folderOfRuns = folderOfRuns;
        this.folder = folder;
        this.meters = meters;
    }

    /**
     * Starts everything; returns when the API answers.
     *
     * @param environment where the engine's cache and the run files are told
     * @param progress told what is being started
     * @throws StackException when a person has to do something first
     */
    public static Stack start(
            StackConfig config, Map<String, String> environment, Clock clock, Consumer<String> progress) {
        Closing closing = new Closing();
        try {
            return start(config, environment, clock, progress, closing);
        } catch (StackException e) {
            closing.close();
            throw e;
        } catch (Exception e) {
            closing.close();
            throw new StackException("The stack cannot start: " + e.getMessage(), e);
        }
    }

    private static Stack start(
            StackConfig config,
            Map<String, String> environment,
            Clock clock,
            Consumer<String> progress,
            Closing closing)
            throws Exception {
        SecureRandom random = new SecureRandom();
        StackFolder folder = closing.add(StackFolder.take(config.folder()));
        Stores stores = Stores.open(config, folder, environment, random, progress, closing);
        progress.accept("Starting the jobs");
        JobConfig jobConfig = jobConfig(config, stores);
        EmbeddedFlink jobs = closing.add(EmbeddedFlink.start(
                folder.checkpoints(),
                jobConfig,
                AllJobs.NAME,
                flink -> AllJobs.connect(flink, jobConfig, PriceDropRule.fromEnvironment(environment))));
        String key = LocalKey.of(folder, stores.postgres(), clock);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        QueryApi api = closing.add(startApi(
                config,
                stores,
                jobs,
                folder.secret("cursors", random),
                QualitySettings.fromEnvironment(environment),
                meters,
                clock));
        Stack stack =
                new Stack(closing, stores, jobs, api, key, RunFile.folderOfRuns(environment), config.folder(), meters);
        stack.runFile().write(stack.folderOfRuns, stack.port());
        return stack;
    }

    private static JobConfig jobConfig(StackConfig config, Stores stores) {
        Login writer = stores.clickHouseWriter();
        return new JobConfig(
                stores.kafka(),
                JobConfig.GROUP,
                new ClickHouseAddress(writer.url(), writer.user(), writer.password()),
                config.checkpointInterval(),
                EMIT_PAUSE_MILLIS,
                config.parallelism(),
                JobConfig.Until.STOPPED);
    }

    private static QueryApi startApi(
            StackConfig config,
            Stores stores,
            EmbeddedFlink jobs,
            String cursorSecret,
            QualitySettings quality,
            PrometheusMeterRegistry meters,
            Clock clock) {
        QueryApiConfig api = QueryApiConfig.of(
                        database(stores.clickHouseReader()), database(stores.postgresLogin()), cursorSecret)
                .listeningOn(QueryApiConfig.DEFAULT_HOST, config.port())
                .scoring(quality);
        List<ReadinessCheck> checks = List.of(
                ReadinessCheck.of("kafka", () -> KafkaProbe.ask(stores.kafka())), ReadinessCheck.of("jobs", () -> {
                    if (jobs.trouble().isPresent()) {
                        throw new IllegalStateException(jobs.trouble().get());
                    }
                }));
        return QueryApi.start(api, checks, meters, clock);
    }

    private static Database database(Login login) {
        return new Database(login.url(), login.user(), login.password());
    }

    /**
     * Starts to crawl providers in this process, until the stack stops.
     *
     * @param providers folder of the providers' files
     * @param plugins folder of jars with strategies of their own
     * @param workers pages at once
     * @param contact where a site's operator can reach whoever crawls
     * @return who is crawled
     */
    public IngestProcess crawl(Path providers, Optional<Path> plugins, int workers, String contact, Clock clock)
            throws IOException {
        Login login = stores.postgresLogin();
        IngestConfig config = new IngestConfig(
                stores.kafka(),
                new PostgresLogin(login.url(), login.user(), login.password()),
                providers,
                plugins,
                workers,
                contact);
        return closing.add(IngestProcess.start(config, clock, meters));
    }

    /** Waits for crawls, and tells how far they are. */
    public PostgresCrawlWait crawls() {
        return new PostgresCrawlWait(stores.postgres());
    }

    /** Where the API answers. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** The API's port. */
    public int port() {
        return api.port();
    }

    /** A key of this user for the API. */
    public String key() {
        return key;
    }

    /** Where Kafka's clients connect. */
    public String kafka() {
        return stores.kafka();
    }

    /** The ClickHouse login that may only read; no row is seen twice through it. */
    public Login clickHouseReader() {
        return stores.clickHouseReader();
    }

    /** The jobs, to ask how they are. */
    public EmbeddedFlink jobs() {
        return jobs;
    }

    /** What other commands need to find this stack. */
    public RunFile runFile() {
        return new RunFile(
                ProcessHandle.current().pid(),
                url(),
                key,
                stores.kafka(),
                stores.clickHouseReader(),
                stores.postgresLogin(),
                folder.toAbsolutePath().toString());
    }

    /** Stops everything in order; the next start on the same folder goes on from here. */
    @Override
    public void close() {
        try {
            RunFile.remove(folderOfRuns, port());
        } catch (IOException e) {
            throw new StackException("The run file cannot be removed", e);
        } finally {
            closing.close();
        }
    }
}
