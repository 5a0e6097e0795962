package smarttravel.stack.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Finds the files that come with the project, from wherever a command is typed. */
final class ExampleFolder {
    private ExampleFolder() {}

    /** {@code examples/NAME} of the checkout this program was built in, or of the folder it is started in. */
    static Path named(String name) {
        Path inProject = above(program(), name);
        Path found = inProject == null ? above(Path.of("").toAbsolutePath(), name) : inProject;
        if (found == null) {
            throw new CommandFailedException(
                    "There is no folder examples/" + name + " here; name one with --" + name + ".");
        }
        return found;
    }

    private static @Nullable Path above(@Nullable Path start, String name) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("examples").resolve(name);
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    private static @Nullable Path program() {
        CodeSource source = ExampleFolder.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
