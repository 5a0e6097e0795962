package smarttravel.stack.clickhouse;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where everything that is fetched or unpacked once per machine lies. */
public final class CacheFolder {
    private CacheFolder() {}

    /** {@code $XDG_CACHE_HOME/smart-travel}, or {@code ~/.cache/smart-travel}. */
    public static Path of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("smart-travel");
    }
}
