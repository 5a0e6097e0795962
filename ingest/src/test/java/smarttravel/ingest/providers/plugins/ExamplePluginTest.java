package smarttravel.ingest.providers.plugins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import smarttravel.ingest.providers.OfferedStrategy;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.ProviderContract;
import smarttravel.ingest.providers.ProviderFile;
import smarttravel.ingest.providers.ProviderFileReader;
import smarttravel.ingest.providers.ProviderStrategyFactory;
import smarttravel.ingest.providers.SearchCriteria;

/** Builds the example of a plug-in as its README says, and loads it as the product does. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "build.sh wants a shell")
class ExamplePluginTest extends ProviderContract {
    private static final Path EXAMPLE = Path.of("../examples/provider-plugin");

    @TempDir
    static Path built;

    private static PluginJars jars;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        Path said = built.resolve("said");
        ProcessBuilder build = new ProcessBuilder(
                        EXAMPLE.resolve("build.sh").toString(),
                        built.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        build.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        build.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process running = build.start();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said, UTF_8)).endsWith("velero.jar\n");
        assertThat(running.exitValue()).isZero();
        jars = PluginJars.load(built, PluginJars.TIME_LIMIT);
    }

    @AfterAll
    static void close() throws IOException {
        jars.close();
    }

    @Override
    protected ProviderStrategyFactory factory() {
        List<OfferedStrategy> strategies = jars.strategies();
        assertThat(strategies).extracting(OfferedStrategy::source).containsExactly("velero.jar");
        return strategies.get(0).factory();
    }

    @Override
    protected ProviderFile provider() throws IOException {
        return ProviderFileReader.read(EXAMPLE.resolve("velero.yaml"));
    }

    @Override
    protected Sample sample() throws IOException {
        return Sample.of(
                "https://www.velero.example/salidas",
                PageRole.LISTING,
                Files.readString(EXAMPLE.resolve("page/salidas.html"), UTF_8));
    }

    @Test
    void aSearchAsksTheSite() throws IOException {
        assertThat(factory().create(provider()).begin(SearchCriteria.to("GIG")))
                .extracting(PageRequest::address)
                .hasToString("[https://www.velero.example/salidas?puerto=GIG]");
    }
}
