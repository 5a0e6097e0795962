package smarttravel.api.holidays;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Lines of a text that lies beside this class, without comments and blank lines. */
final class TextLines {
    private TextLines() {}

    static Stream<String> of(String name) {
        try (InputStream file = TextLines.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("missing in the jar: " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
