package smarttravel.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineArchiveTest {
    private static final String LIBRARY = "not really an engine";

    @TempDir
    Path folder;

    private final AtomicInteger fetches = new AtomicInteger();
    private final List<String> progress = new ArrayList<>();
    private Path tarball = Path.of("none");
    private EnginePlatform platform = new EnginePlatform("none", "none", "none");

    @BeforeEach
    void packTarball() throws IOException {
        tarball = folder.resolve("small.tgz");
        try (OutputStream file = Files.newOutputStream(tarball);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(file))) {
            put(tar, "package/package.json", "{}");
            put(tar, "package/libchdb.so", LIBRARY);
        }
        platform = new EnginePlatform("test", "@test/engine@1", Sha512.of(tarball));
    }

    @Test
    void theLibraryIsFetchedAndUnpacked() throws IOException {
        Path library = archive().library(platform);

        assertThat(library).hasContent(LIBRARY);
        assertThat(progress).anyMatch(message -> message.contains("@test/engine@1"));
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void theSecondCallFetchesNothing() throws IOException {
        archive().library(platform);
        archive().library(platform);

        assertThat(fetches).hasValue(1);
    }

    @Test
    void aTarballWithAnotherChecksumIsRefused() {
        EnginePlatform other = new EnginePlatform("test", "@test/engine@1", "AAAA");

        assertThatThrownBy(() -> archive().library(other)).hasMessageContaining("SHA-512");
        assertThat(folder.resolve("cache").toFile().list())
                .noneMatch(name -> name.endsWith("-test"))
                .noneMatch(name -> name.startsWith("fetch-"));
    }

    @Test
    void aHalfUnpackedLibraryIsFetchedAgain() throws IOException {
        Path library = archive().library(platform);
        Files.writeString(library, "not rea");

        assertThat(archive().library(platform)).hasContent(LIBRARY);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void aLibraryWithoutMarkerIsFetchedAgain() throws IOException {
        Path library = archive().library(platform);
        Files.delete(library.resolveSibling("complete.txt"));

        assertThat(archive().library(platform)).hasContent(LIBRARY);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void twoThreadsFetchOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<Path> call = () -> archive().library(platform);
            for (Future<Path> library : threads.invokeAll(List.of(call, call))) {
                assertThat(library.get()).hasContent(LIBRARY);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void aGivenLibraryIsUsedAsItIs() throws IOException {
        Path given = Files.writeString(folder.resolve("mine.so"), "mine");

        assertThat(EngineArchive.locate(Map.of("TRAVEL_ENGINE", given.toString()), progress::add))
                .isEqualTo(given);
    }

    @Test
    void aGivenLibraryMustExist() {
        Map<String, String> environment =
                Map.of("TRAVEL_ENGINE", folder.resolve("absent.so").toString());

        assertThatThrownBy(() -> EngineArchive.locate(environment, progress::add))
                .hasMessageContaining("TRAVEL_ENGINE names");
    }

    @Test
    void aPlatformWithoutVerifiedPackageIsUnknown() {
        assertThat(EnginePlatform.find("Linux", "amd64")).isPresent();
        assertThat(EnginePlatform.find("Plan 9", "mips")).isEmpty();
    }

    private EngineArchive archive() {
        PackageFetcher fetcher = (npmPackage, work) -> {
            fetches.incrementAndGet();
            return Files.copy(tarball, work.resolve("fetched.tgz"));
        };
        return new EngineArchive(folder.resolve("cache"), fetcher, progress::add);
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("fetch-"))
                    .toList();
        }
    }

    private static void put(TarArchiveOutputStream tar, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
