package smarttravel.ingest.providers.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smarttravel.ingest.offers.OfferField;
import smarttravel.ingest.pages.Page;
import smarttravel.ingest.providers.PageRequest;
import smarttravel.ingest.providers.PageRole;
import smarttravel.ingest.providers.Provider;
import smarttravel.ingest.providers.Providers;
import smarttravel.ingest.providers.SearchCriteria;
import smarttravel.ingest.providers.StrategyFailedException;
import smarttravel.ingest.providers.Trouble;

class PluginJarsTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    @TempDir
    static Path classes;

    private static TestPlugin code;

    @TempDir
    Path folder;

    private @Nullable PluginJars loaded;
    private Duration limit = PluginJars.TIME_LIMIT;

    @BeforeAll
    static void compile() throws IOException {
        code = TestPlugin.compile(classes);
    }

    @BeforeEach
    void aGoodOneIsThere() throws IOException {
        Files.createDirectories(folder.resolve("providers"));
        Files.createDirectories(folder.resolve("plugins"));
        plugin("m-good.jar", "good");
    }

    @AfterEach
    void close() throws IOException {
        if (loaded != null) {
            loaded.close();
        }
    }

    @Test
    void aGoodOneIsLoadedAndReads() throws IOException {
        Provider good = provider("good");

        assertThat(good.source()).isEqualTo("m-good.jar");
        assertThat(good.strategy().begin(SearchCriteria.EVERYTHING)).hasSize(1);
        assertThat(read(good, "Riu")).isEqualTo("Riu");
        assertThat(good.stopped()).isEmpty();
        assertThat(jars().troubles()).isEmpty();
    }

    @Test
    void aFolderThatDoesNotExistHasNone() throws IOException {
        try (PluginJars none = PluginJars.load(folder.resolve("nowhere"), PluginJars.TIME_LIMIT)) {
            assertThat(none.plugins()).isEmpty();
            assertThat(none.troubles()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "throw, IllegalStateException: odd page",
        "broken class, ArithmeticException: / by zero",
        "missing class, NoClassDefFoundError: plugin/Strategy$Missing",
        "hang, took longer than 400 ms and ignores that it was interrupted"
    })
    void oneThatCannotBeMadeIsNotLoaded(String behaviour, String why) throws IOException {
        code.pack(folder.resolve("plugins/a-bad.jar"), "bad", behaviour);
        limit = behaviour.equals("hang") ? SHORT : limit;

        assertThat(read(provider("good"), "Riu")).isEqualTo("Riu");
        assertThat(jars().troubles()).hasSize(1).first().satisfies(trouble -> {
            assertThat(trouble.where()).isEqualTo("a-bad.jar");
            assertThat(trouble.why()).contains(why);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "throw, IllegalStateException: odd page",
        "out of memory, OutOfMemoryError: odd page",
        "throw what throws, plugin.Strategy$1",
        "overflow, StackOverflowError",
        "null, gave null",
        "broken class, ExceptionInInitializerError",
        "missing class, NoClassDefFoundError: plugin/Strategy$Missing"
    })
    void oneThatThrowsIsStoppedAndTheOthersGoOn(String behaviour, String why) throws IOException {
        plugin("a-bad.jar", "bad");
        Provider bad = provider("bad");
        assertThat(read(bad, "Riu")).isEqualTo("Riu");

        assertThatThrownBy(() -> read(bad, behaviour))
                .isInstanceOf(StrategyFailedException.class)
                .hasMessageStartingWith("a-bad.jar is stopped: read of bad ")
                .hasMessageContaining(why);
        assertThat(bad.stopped()).isPresent();
        assertThatThrownBy(() -> bad.strategy().begin(SearchCriteria.EVERYTHING))
                .isInstanceOf(StrategyFailedException.class)
                .hasMessageContaining("is stopped: read of bad");
        assertThat(read(provider("good"), "Riu")).isEqualTo("Riu");
    }

    @Test
    void oneThatHangsIsAbandonedAndItsNextCallsFailAtOnce() throws Exception {
        limit = SHORT;
        plugin("a-bad.jar", "bad");
        Provider bad = provider("bad");
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(callers.submit(() -> read(bad, "hang")));
            }
            for (Future<String> call : calls) {
                assertThatThrownBy(call::get).hasCauseInstanceOf(StrategyFailedException.class);
            }
        } finally {
            callers.shutdownNow();
        }

        assertThat(bad.stopped())
                .hasValueSatisfying(why -> assertThat(why).contains("ignores that it was interrupted"));
        assertThat(jars().plugins().get(0).abandonedThreads()).isBetween(1, 4);
        long before = System.nanoTime();
        assertThatThrownBy(() -> read(bad, "Riu")).hasMessageContaining("is stopped");
        assertThat(System.nanoTime() - before).isLessThan(SHORT.toNanos() / 2);
        assertThat(read(provider("good"), "Riu")).isEqualTo("Riu");
    }

    @Test
    void oneThatIsSlowThreeTimesInARowIsStopped() throws IOException {
        limit = SHORT;
        plugin("a-bad.jar", "bad");
        Provider bad = provider("bad");

        assertThatThrownBy(() -> read(bad, "slow")).hasMessage("a-bad.jar: read of bad took longer than 400 ms");
        assertThatThrownBy(() -> read(bad, "slow")).isInstanceOf(StrategyFailedException.class);
        assertThat(read(bad, "Riu")).isEqualTo("Riu");
        assertThat(bad.stopped()).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> read(bad, "slow")).isInstanceOf(StrategyFailedException.class);
        }
        assertThat(bad.stopped()).hasValueSatisfying(why -> assertThat(why).contains("the 2 calls before"));
        assertThat(jars().plugins().get(0).abandonedThreads()).isZero();
    }

    @Test
    void whoeverIsInterruptedWhileWaitingLeavesThePluginAsItIs() throws IOException {
        Provider good = provider("good");

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> read(good, "slow")).hasMessageContaining("was interrupted");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(good.stopped()).isEmpty();
        assertThat(read(good, "Riu")).isEqualTo("Riu");
    }

    @Test
    void manyCallersShareItsFewThreads() throws Exception {
        Provider good = provider("good");
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> calls = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                calls.add(callers.submit(() -> read(good, "Riu")));
            }
            for (Future<String> call : calls) {
                assertThat(call.get()).isEqualTo("Riu");
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void whatIsNoJarAndWhatOffersNothingIsSaid() throws IOException {
        Files.writeString(folder.resolve("plugins/a-text.jar"), "not a jar");
        byte[] whole = Files.readAllBytes(folder.resolve("plugins/m-good.jar"));
        Files.write(folder.resolve("plugins/b-cut.jar"), Arrays.copyOf(whole, whole.length / 2));
        try (JarOutputStream empty =
                new JarOutputStream(Files.newOutputStream(folder.resolve("plugins/c-empty.jar")))) {
            empty.putNextEntry(new JarEntry("readme"));
        }

        assertThat(read(provider("good"), "Riu")).isEqualTo("Riu");
        assertThat(jars().troubles())
                .extracting(Trouble::where)
                .containsExactly("a-text.jar", "b-cut.jar", "c-empty.jar");
        assertThat(jars().troubles().get(0).why()).startsWith("it is not a jar");
        assertThat(jars().troubles().get(2).why()).contains("META-INF/services");
    }

    @Test
    void theFirstJarKeepsANameThatTwoWant() throws IOException {
        plugin("z-late.jar", "good");

        assertThat(provider("good").source()).isEqualTo("m-good.jar");
        assertThat(providers().troubles())
                .containsExactly(new Trouble("z-late.jar", "strategy 'good' is already there from m-good.jar"));
    }

    @Test
    void twoJarsMayHoldTheSameClassNamesAndShareNothing() throws IOException {
        plugin("a-other.jar", "other");

        assertThat(read(provider("good"), "count")).isEqualTo("call 1");
        assertThat(read(provider("good"), "count")).isEqualTo("call 2");
        assertThat(read(provider("other"), "count")).isEqualTo("call 1");
    }

    @Test
    void aPluginSeesTheContractAndNothingElse() throws IOException {
        Provider good = provider("good");

        assertThat(List.of(
                        "org.jsoup.Jsoup",
                        "org.slf4j.Logger",
                        "java.sql.Connection",
                        "smarttravel.events.Kind",
                        "smarttravel.ingest.prices.PriceParser",
                        "smarttravel.ingest.yaml.YamlMap"))
                .allSatisfy(name -> assertThat(read(good, "see " + name)).startsWith("sees "));
        assertThat(List.of(
                        "smarttravel.ingest.providers.plugins.PluginJars",
                        "smarttravel.ingest.feeds.Feed",
                        "smarttravel.ingest.publishing.ObservationPublisher",
                        "org.apache.kafka.clients.producer.KafkaProducer",
                        "org.yaml.snakeyaml.Yaml",
                        "org.junit.jupiter.api.Test"))
                .allSatisfy(name -> assertThat(read(good, "see " + name)).isEqualTo("nothing"));
    }

    @Test
    void aComplaintAboutAFileDoesNotStopThePlugin() throws IOException {
        Files.writeString(
                folder.resolve("providers/bad.yaml"),
                "id: bad\nstrategy: good\nhosts: sol.example\nrules: {adress: x}\n");
        Files.writeString(
                folder.resolve("providers/fine.yaml"),
                "id: fine\nstrategy: good\nhosts: sol.example\nrules: {address: x}\n");

        Providers providers = providers();

        assertThat(providers.troubles())
                .containsExactly(
                        new Trouble("bad.yaml", "line 4:9: unknown key 'adress' in rules (did you mean 'address'?)"));
        assertThat(read(providers.named("fine").orElseThrow(), "Riu")).isEqualTo("Riu");
    }

    private void plugin(String jar, String strategy) throws IOException {
        code.pack(folder.resolve("plugins").resolve(jar), strategy, "");
    }

    private PluginJars jars() throws IOException {
        PluginJars jars = loaded;
        if (jars == null) {
            jars = PluginJars.load(folder.resolve("plugins"), limit);
            loaded = jars;
        }
        return jars;
    }

    private Providers providers() throws IOException {
        return Providers.read(folder.resolve("providers"), jars().strategies());
    }

    private Provider provider(String strategy) throws IOException {
        Files.writeString(
                folder.resolve("providers/" + strategy + ".yaml"),
                "id: " + strategy + "\nstrategy: " + strategy + "\nhosts: sol.example\n");
        return providers().named(strategy).orElseThrow();
    }

    private static String read(Provider provider, String text) {
        URI address = URI.create("https://sol.example/");
        return String.valueOf(provider.strategy()
                .read(Page.ofText(address, text), PageRequest.of(address, PageRole.LISTING))
                .extraction()
                .offers()
                .get(0)
                .text(OfferField.NAME));
    }
}
