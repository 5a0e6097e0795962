package smarttravel.ingest.selectors;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.ingest.yaml.YamlFileException;

/** A provider's file may come from anybody: whatever it holds is refused within a second, and nothing of it is run. */
class HostileProviderFileTest {
    private static final String START =
            "id: viajes\nhosts: [viajes.example]\nrules:\n  item: article\n  fields: {name: h3}\n";

    @TempDir
    Path folder;

    @BeforeAll
    static void loadTheReader(@TempDir Path warm) throws Exception {
        TravelPages.strategy(warm, START);
    }

    @Test
    void anAliasBombIsRefused() {
        String bomb = IntStream.range(1, 10)
                .mapToObj(level -> "a" + level + ": &a" + level + " ["
                        + IntStream.range(0, 9)
                                .mapToObj(i -> "*a" + (level - 1))
                                .collect(Collectors.joining(","))
                        + "]")
                .collect(Collectors.joining("\n", "a0: &a0 [lol,lol]\n", "\nhosts: *a9\n"));
        refusedQuickly(bomb, "aliases");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id: viajes\nrules: &r {fields: *r}\n",
                "id: viajes\nrules: &r\n  item: article\n  fields: {name: [*r]}\n",
                "id: &i [*i]\n"
            })
    void whatHoldsItselfIsRefused(String yaml) {
        refusedQuickly(yaml, "viajes.yaml:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://127.0.0.1:1/']]\nid: viajes\n",
                "id: viajes\nrules:\n  item: article\n  fields: {name: !!java.net.URL ['http://127.0.0.1:1/']}\n",
                "id: !!javax.script.ScriptEngineManager []\n",
                "id: viajes\nrules:\n  item: !secret article\n  fields: {name: h3}\n"
            })
    void tagsAreRefused(String yaml) {
        refusedQuickly(yaml, "not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id: other\n", "rules: {}\n"})
    void aKeyTwiceIsRefused(String second) {
        refusedQuickly(START + second, "stands here for the second time");
    }

    @Test
    void aKeyTwiceDeepInTheRulesIsRefused() {
        refusedQuickly(START.replace("{name: h3}", "{name: {select: h3, select: h2}}"), "second time");
    }

    @Test
    void depthIsBounded() {
        refusedQuickly("id: viajes\nrules: " + "{a: ".repeat(60) + "1" + "}".repeat(60) + "\n", "epth");
        refusedQuickly("id: viajes\nrules: " + "[".repeat(10_000) + "\n", "epth");
    }

    @Test
    void fourMegabytesAreRefused() {
        refusedQuickly(START + "# " + "x".repeat(4_000_000) + "\n", "larger than 1000000 bytes");
    }

    private void refusedQuickly(String yaml, String message) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> assertThatThrownBy(() -> TravelPages.strategy(folder, yaml))
                        .isInstanceOf(YamlFileException.class)
                        .hasMessageStartingWith("viajes.yaml:")
                        .hasMessageContaining(message));
    }
}
