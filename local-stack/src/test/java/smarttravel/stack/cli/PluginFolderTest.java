package smarttravel.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that reads providers finds their plug-ins in the same place. */
class PluginFolderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"up", "providers", "replay-rejected"})
    void pluginsLieBesideTheProjectsExamplesUnlessNamed(String command) {
        String help = Typed.travel(command, "--help").out().replaceAll("\\s+", " ");

        assertThat(help).contains("Folder of plug-ins' jars. Default: plugins beside the project's examples");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "providers", "replay-rejected"})
    void aFolderThatIsNoneIsRefusedBeforeAnythingStarts(String command) {
        String nowhere = folder.resolve("nowhere").toString();

        Typed typed = Typed.travel(command, "--providers", folder.toString(), "--plugins", nowhere);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("nowhere is not a folder; name one with --plugins.");
    }
}
