package smarttravel.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smarttravel.stack.kafka.FreePort;

/** What can be said without a running stack. */
class TravelUsageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "demo --help",
                "up --help",
                "replay --help",
                "replay-rejected --help",
                "backtest --help",
                "train --help",
                "models --help",
                "models publish --help",
                "models list --help",
                "extract --help",
                "sql --help",
                "providers --help",
                "providers propose --help",
                "providers release --help",
                "providers discard --help",
                "parse-price --help",
                "keys --help",
                "keys create --help",
                "keys list --help",
                "keys revoke --help"
            })
    void helpIsDataAndNoError(String command) {
        Typed typed = Typed.travel(command.split(" ", -1));

        assertThat(typed.exit()).isZero();
        assertThat(typed.out()).startsWith("Usage: travel").contains("--help");
        assertThat(typed.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "up --wings",
                "up --port seven",
                "up --parallelism",
                "up --checkpoint-interval soon",
                "replay",
                "replay feed.csv",
                "extract",
                "extract p.html --output yaml",
                "sql",
                "sql SELECT 1",
                "sql --output yaml x",
                "keys",
                "keys create",
                "keys revoke first"
            })
    void wrongUsageEndsWithTwoAndSaysWhatIsWrong(String command) {
        Typed typed = Typed.travel(command.split(" ", -1));

        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void withoutAStackACommandSaysHowToStartOne() throws IOException {
        String url = "http://127.0.0.1:" + FreePort.find();

        Typed typed = Typed.travel("sql", "SELECT 1", "--url", url);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err())
                .isEqualToIgnoringNewLines("No stack of yours is running at " + url
                        + ". Start one with './travel up', or name another with --url.");
    }

    @Test
    void aFeedThatIsMissingIsSaid() {
        Typed typed = Typed.travel("replay", folder.resolve("no.csv").toString(), "--mapping", "m.yaml");

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).isEqualToIgnoringNewLines(folder.resolve("no.csv") + " cannot be read.");
    }

    @Test
    void aMistakeInTheMappingIsShownByLineAndColumn() throws IOException {
        Path feed = Files.writeString(folder.resolve("feed.csv"), "a,b\n1,2\n");
        Path mapping = Files.writeString(folder.resolve("m.yaml"), "format: csv\nfields:\n  provider: {colum: a}\n");

        Typed typed =
                Typed.travel("replay", feed.toString(), "--mapping", mapping.toString(), "--kafka", "127.0.0.1:1");

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("m.yaml:3:").contains("colum");
    }
}
