package smarttravel.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code travel bench extract} refuses before it measures. */
class BenchExtractCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void lessThanOneRoundIsRefused(String rounds) {
        Typed typed = Typed.travel("bench", "extract", folder.toString(), "--rounds", rounds);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("--rounds wants 1 or more, not " + rounds + ".");
    }

    @Test
    void aDescriptionWithoutAnAddressIsNamed() throws IOException {
        Files.writeString(folder.resolve("page.html"), "<p>From $99</p>");
        Path description = Files.writeString(folder.resolve("EXPECTED.json"), "{}");

        Typed typed = Typed.travel("bench", "extract", folder.toString());

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains(description + ": page_url: '' is not an address");
    }
}
