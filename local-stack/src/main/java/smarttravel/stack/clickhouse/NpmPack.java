package smarttravel.stack.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Fetches with {@code npm pack}, so that npm's own configuration decides where from. */
final class NpmPack implements PackageFetcher {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Override
    public Path fetch(String npmPackage, Path folder) throws IOException {
        Path log = folder.resolve("npm.log");
        int status = run(List.of("npm", "pack", npmPackage), folder, log);
        if (status != 0) {
            throw new IOException("npm could not fetch " + npmPackage + " (is this machine offline?):\n" + tail(log));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("npm pack left no tarball of " + npmPackage));
        }
    }

    private static int run(List<String> command, Path folder, Path log) throws IOException {
        Process process = start(command, folder, log);
        try {
            if (process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IOException("npm did not finish within " + LONGEST.toMinutes() + " minutes");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while npm was fetching", e);
        } finally {
            process.destroy();
        }
    }

    private static Process start(List<String> command, Path folder, Path log) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new IOException(
                    "npm is not installed; install it, or set " + EngineArchive.VARIABLE + " to a libchdb.so", e);
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }
}
