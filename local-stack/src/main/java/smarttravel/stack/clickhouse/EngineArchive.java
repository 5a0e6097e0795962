package smarttravel.stack.clickhouse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the engine's library onto this machine, once for all checkouts: 170 MB to fetch, 570 MB on disk. A library
 * counts as present only when the marker beside it, written last, states its length.
 */
public final class EngineArchive {
    static final String VARIABLE = "TRAVEL_ENGINE";

    private final Path cache;
    private final PackageFetcher fetcher;
    private final Consumer<String> progress;

    EngineArchive(Path cache, PackageFetcher fetcher, Consumer<String> progress) {
        this.cache = cache;
        this.fetcher = fetcher;
        this.progress = progress;
    }

    /**
     * The library for this machine, fetched first if it is not there.
     *
     * @param environment where {@code TRAVEL_ENGINE} may name an existing library, and {@code XDG_CACHE_HOME} the cache
     * @param progress told what is going on, since fetching takes minutes
     */
    public static Path locate(Map<String, String> environment, Consumer<String> progress) throws IOException {
        @Nullable String given = environment.get(VARIABLE);
        if (given != null && !given.isBlank()) {
            return existing(Path.of(given));
        }
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        EnginePlatform platform = EnginePlatform.find(System.getProperty("os.name"), System.getProperty("os.arch"))
                .orElseThrow(() -> new IOException("No verified engine package for " + system + "; set " + VARIABLE
                        + " to a libchdb of version " + EnginePlatform.VERSION));
        return new EngineArchive(CacheFolder.create(environment), new NpmPack(), progress).library(platform);
    }

    private static Path existing(Path library) throws IOException {
        if (!Files.isReadable(library)) {
            throw new IOException(VARIABLE + " names " + library + ", which cannot be read");
        }
        return library.toAbsolutePath();
    }

    // Two threads of one JVM may not ask for the same file lock, so they queue here first.
    private static final Object ONE_AT_A_TIME = new Object();

    Path library(EnginePlatform platform) throws IOException {
        Path folder = cache.resolve("chdb-" + EnginePlatform.VERSION + "-" + platform.name());
        UnpackedLibrary library = new UnpackedLibrary(folder);
        synchronized (ONE_AT_A_TIME) {
            Files.createDirectories(cache);
            Path lockFile = cache.resolve(folder.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid() || !library.isComplete()) {
                    fetch(platform, library);
                }
            }
        }
        return library.path();
    }

    private void fetch(EnginePlatform platform, UnpackedLibrary library) throws IOException {
        Path work = Files.createTempDirectory(cache, "fetch-");
        try {
            progress.accept("Fetching the ClickHouse engine, " + platform.npmPackage() + " (170 MB, once) ...");
            Path tarball = fetcher.fetch(platform.npmPackage(), work);
            Sha512.require(tarball, platform.sha512());
            progress.accept("Unpacking the ClickHouse engine (570 MB) ...");
            library.unpack(tarball, work);
            progress.accept("The ClickHouse engine is in " + library.path());
        } finally {
            FolderDeletion.delete(work);
        }
    }
}
