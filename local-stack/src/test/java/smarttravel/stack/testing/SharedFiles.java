package smarttravel.stack.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Real data lying beside the project where there is a copy; tests without one are skipped. */
public final class SharedFiles {
    private static final Path ROOT = Path.of("..");

    private SharedFiles() {}

    /** A file beside the project; skips the test when it is not there. */
    public static Path require(String file) {
        Path path = ROOT.resolve("..").resolve("shared").resolve(file);
        assumeTrue(Files.isReadable(path), () -> "skipped: " + path + " is not beside the project");
        return path;
    }

    /** A file of the project. */
    public static Path ofProject(String file) {
        return ROOT.resolve(file);
    }

    /** The lines of a packed file. */
    public static List<String> packedLines(Path path) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
