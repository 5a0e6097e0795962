package smarttravel.api;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reference files that lie beside the project where there is a copy; tests without one are skipped. */
public final class SharedLines {
    private static final Path SHARED = Path.of("..", "..", "shared");

    private SharedLines() {}

    public static List<String> of(String file) {
        Path path = SHARED.resolve(file);
        assumeTrue(Files.exists(path), () -> "no copy of " + path);
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
