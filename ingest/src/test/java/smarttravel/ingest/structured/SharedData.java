package smarttravel.ingest.structured;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import smarttravel.ingest.pages.Page;

/** Pages of real sites and samples that lie beside the project, where somebody has put them. */
final class SharedData {
    static final ObjectMapper JSON = new ObjectMapper();

    private SharedData() {}

    /** A file or folder there; without it the test is skipped. */
    static Path path(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("../shared/data").resolve(name);
            if (Files.exists(found)) {
                return found.normalize();
            }
        }
        assumeTrue(false, "skipped: ../shared/data/" + name + " does not lie beside the project");
        throw new IllegalStateException();
    }

    static JsonNode json(String name) throws IOException {
        return JSON.readTree(path(name).toFile());
    }

    static Page page(Path file, String address) throws IOException {
        return Page.ofBytes(URI.create(address), Files.readAllBytes(file), null);
    }
}
