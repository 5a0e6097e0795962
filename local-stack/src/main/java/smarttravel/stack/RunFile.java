package smarttravel.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a running stack leaves for other commands of the same user on the same machine, so that no key has to be typed:
 * one file per port, readable by its owner only, removed when the stack stops.
 *
 * @param pid of the stack's process: a file whose process is gone is stale
 * @param key an API key
 * @param reader login of ClickHouse that may only read
 */
public record RunFile(
        long pid,
        String url,
        String key,
        String kafka,
        StackConfig.Login reader,
        StackConfig.Login postgres,
        String folder) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Without the key: this ends up in messages. */
    @Override
    public String toString() {
        return "stack at " + url + " (process " + pid + ")";
    }

    /** Writes it for the stack on a port. */
    void write(Path folderOfRuns, int port) throws IOException {
        Files.createDirectories(folderOfRuns);
        OwnerOnly.restrictFolder(folderOfRuns);
        OwnerOnly.write(file(folderOfRuns, port), JSON.writeValueAsString(this));
    }

    /** Removes it, if it is still this process's. */
    static void remove(Path folderOfRuns, int port) throws IOException {
        Optional<RunFile> there = find(folderOfRuns, port);
        if (there.isEmpty() || there.get().pid() == ProcessHandle.current().pid()) {
            Files.deleteIfExists(file(folderOfRuns, port));
        }
    }

    /** The stack that runs on a port of this machine for this user. */
    public static Optional<RunFile> find(Path folderOfRuns, int port) throws IOException {
        Path file = file(folderOfRuns, port);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        RunFile found = JSON.readValue(file.toFile(), RunFile.class);
        boolean lives =
                ProcessHandle.of(found.pid()).map(ProcessHandle::isAlive).orElse(false);
        return lives ? Optional.of(found) : Optional.empty();
    }

    /** Where run files lie: {@code ${XDG_CACHE_HOME:-~/.cache}/smart-travel/run}. */
    public static Path folderOfRuns(Map<String, String> environment) {
        @Nullable String cache = environment.get("XDG_CACHE_HOME");
        Path root =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return root.resolve("smart-travel").resolve("run");
    }

    private static Path file(Path folderOfRuns, int port) {
        return folderOfRuns.resolve(port + ".json");
    }
}
