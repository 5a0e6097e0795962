package smarttravel.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server that stays behind when the JVM which started it is killed. It is found by the process number in its own
 * data folder and stopped only if the process with that number is a PostgreSQL server of that very folder.
 */
final class OrphanedServer {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(20);
    private static final Duration KILL = Duration.ofSeconds(10);

    private OrphanedServer() {}

    /** Stops it if there is one; the caller holds the folder's lock, so nobody else can be using it. */
    static void stop(Path cluster) throws IOException {
        Optional<ProcessHandle> found = find(cluster);
        if (found.isEmpty()) {
            return;
        }
        ProcessHandle server = found.get();
        LOG.warn("Stopping PostgreSQL {}, left on {} by a process that was killed", server.pid(), cluster);
        interrupt(server);
        if (!endsWithin(server, FAST_SHUTDOWN)) {
            server.destroyForcibly();
            if (!endsWithin(server, KILL)) {
                throw new IOException("PostgreSQL " + server.pid() + " on " + cluster + " does not stop");
            }
        }
    }

    static Optional<ProcessHandle> find(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.isRegularFile(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(process -> serves(process, cluster));
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        Optional<String> command = process.info().command();
        List<String> arguments = process.info().arguments().map(Arrays::asList).orElse(List.of());
        int folder = arguments.indexOf("-D") + 1;
        return command.map(path -> Path.of(path).endsWith("postgres")).orElse(false)
                && folder > 0
                && folder < arguments.size()
                && Path.of(arguments.get(folder)).equals(cluster);
    }

    /** SIGINT asks PostgreSQL for a fast shutdown; Java itself can only send SIGTERM, which waits for all clients. */
    private static void interrupt(ProcessHandle server) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean endsWithin(ProcessHandle process, Duration wait) {
        try {
            process.onExit().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
