package smarttravel.ingest.feeds.mapping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.ingest.yaml.YamlFileException;

class HostileMappingTest {
    @TempDir
    Path folder;

    @Test
    void anAliasBombIsRefused() {
        String bomb = IntStream.range(1, 10)
                .mapToObj(level -> "a" + level + ": &a" + level + " ["
                        + IntStream.range(0, 9)
                                .mapToObj(i -> "*a" + (level - 1))
                                .collect(Collectors.joining(","))
                        + "]")
                .collect(Collectors.joining("\n", "a0: &a0 [lol,lol]\n", "\nfields: *a9\n"));
        refusedQuickly(bomb, "aliases");
    }

    @Test
    void anAliasToItselfIsRefused() {
        refusedQuickly("fields: &f {provider: *f}\n", "M.yaml:");
    }

    @Test
    void aKeyTwiceIsRefusedWithItsPlace() {
        refusedQuickly(
                "format: csv\nfields: {}\nformat: csv\n", "M.yaml:3:1: 'format' stands here for the second time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fields: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://127.0.0.1:1/']]\n",
                "!!java.util.Date 2020-01-01\n",
                "fields: {provider: !secret x}\n",
                "format: !!binary aGVsbG8=\n"
            })
    void tagsAreRefused(String yaml) {
        refusedQuickly(yaml, "not allowed");
    }

    @Test
    void depthIsBounded() {
        refusedQuickly("fields: " + "[".repeat(100_000) + "]".repeat(100_000) + "\n", "epth");
        refusedQuickly("fields: " + "{a: ".repeat(60) + "1" + "}".repeat(60) + "\n", "epth");
    }

    @Test
    void fourMegabytesAreRefused() {
        refusedQuickly("# " + "x".repeat(4_000_000) + "\nfields: {}\n", "larger than 1000000 bytes");
    }

    @Test
    void severalDocumentsAreRefused() {
        refusedQuickly("format: csv\n---\nformat: csv\n", "M.yaml:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "- a\n",
                "text",
                "fields: [\n",
                "a: b: c\n",
                "\tfields: x\n",
                "f: \"\\u0000\0\"\n"
            })
    void whatIsNoMappingIsRefusedWithAPlace(String yaml) {
        refusedQuickly(yaml, "M.yaml:");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = Files.write(folder.resolve("M.yaml"), "# Cancún\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> FeedMapping.read(file)).hasMessage("M.yaml:1:1: the file is not UTF-8 text");
    }

    private void refusedQuickly(String yaml, String message) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            Path file = Files.writeString(folder.resolve("M.yaml"), yaml);
            assertThatThrownBy(() -> FeedMapping.read(file))
                    .isInstanceOf(YamlFileException.class)
                    .hasMessageStartingWith("M.yaml:")
                    .hasMessageContaining(message);
        });
    }
}
