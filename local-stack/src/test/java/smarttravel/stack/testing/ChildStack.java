package smarttravel.stack.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import smarttravel.stack.RunFile;
import smarttravel.stack.cli.Travel;

/** A stack in a process of its own, started by the command line as a person does, so that it can be killed. */
public final class ChildStack implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(1);

    private final Process process;
    private final int port;
    private final Path output;

    private ChildStack(Process process, int port, Path output) {
        this.process = process;
        this.port = port;
        this.output = output;
    }

    /** Starts {@code travel up}; returns at once. */
    public static ChildStack start(Path data, int port) throws IOException {
        Path output = Path.of(data + ".log");
        Process process = new ProcessBuilder(command(
                        "up",
                        "--data",
                        data.toString(),
                        "--port",
                        String.valueOf(port),
                        "--checkpoint-interval",
                        "PT2S"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        return new ChildStack(process, port, output);
    }

    /** How {@code ./travel} starts a command, with the classes of this test. */
    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Dsun.net.httpserver.nodelay=true",
                "-Dlogback.configurationFile=logback.xml"));
        for (String opened : List.of("util", "lang", "time", "util.concurrent")) {
            command.add("--add-opens");
            command.add("java.base/java." + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Travel.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Returns when every part of it is ready; fails with what it said when it ended before. */
    public RunFile awaitReady() throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        Awaitility.await("the stack is ready").atMost(LONGEST_START).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended with " + process.exitValue() + ":\n" + said());
            }
            return runFile().isPresent() && isReady(client);
        });
        return runFile().orElseThrow();
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        URI ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
        try {
            return client.send(HttpRequest.newBuilder(ready).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Optional<RunFile> runFile() throws IOException {
        return RunFile.find(RunFile.folderOfRuns(System.getenv()), port).filter(found -> found.pid() == process.pid());
    }

    /** Everything it has printed, over all starts on its folder. */
    public String said() throws IOException {
        return Files.readString(output);
    }

    /** Kills it without a warning (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Stops it in order (SIGTERM). */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("The stack does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    /** Processes that were started on a data folder and still run. */
    public static List<ProcessHandle> processesOn(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data.toString()))
                .toList();
    }
}
