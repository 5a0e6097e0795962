package smarttravel.stack.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where plug-ins lie: the option is the same for every command that reads providers. */
final class PluginFolder {
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Folder of plug-ins' jars. Default: plugins beside the project's examples")
    private @Nullable Path plugins;

    /** Refuses what was named and is no folder. */
    void check() {
        if (plugins != null && !Files.isDirectory(plugins)) {
            throw new CommandFailedException(plugins + " is not a folder; name one with --plugins.");
        }
    }

    /** The folder that was named, else the project's, which need not exist. */
    Path path() {
        check();
        Path chosen = plugins;
        return chosen != null
                ? chosen
                : ExampleFolder.named("providers").resolve("../../plugins").normalize();
    }
}
