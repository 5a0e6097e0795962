package smarttravel.ingest.feeds.rows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the bytes of a feed are. */
public sealed interface RowSource {
    /** For messages; its ending may tell the format. */
    String name();

    /**
     * From the first byte.
     *
     * @throws FeedException when there is nothing to read
     */
    InputStream open() throws IOException;

    /** A file. */
    record OnDisk(Path path) implements RowSource {
        @Override
        public String name() {
            return path.toString();
        }

        @Override
        public InputStream open() throws IOException {
            if (!Files.exists(path)) {
                throw new FeedException(path + " does not exist");
            }
            if (!Files.isReadable(path) || Files.isDirectory(path)) {
                throw new FeedException(path + " is not a file that can be read");
            }
            return Files.newInputStream(path);
        }
    }

    /** A text that was decoded already; its bytes are UTF-8. */
    record InMemory(String name, String text) implements RowSource {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
