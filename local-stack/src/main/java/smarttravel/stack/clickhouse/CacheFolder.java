package smarttravel.stack.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/** Where everything that is fetched or unpacked once per machine lies. */
public final class CacheFolder {
    private CacheFolder() {}

    /** The same, created if absent, closed to other users: programs are started from there. */
    public static Path create(Map<String, String> environment) throws IOException {
        Path folder = of(environment);
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    /** {@code $XDG_CACHE_HOME/smart-travel}, or {@code ~/.cache/smart-travel}. */
    static Path of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("smart-travel");
    }
}
