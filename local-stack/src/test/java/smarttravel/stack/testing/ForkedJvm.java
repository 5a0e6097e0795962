package smarttravel.stack.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A second JVM with the class path of the tests, to be killed without mercy. */
public final class ForkedJvm implements AutoCloseable {
    private final Process process;

    private ForkedJvm(Process process) {
        this.process = process;
    }

    /** Starts the main class; what it prints goes to the log file. */
    public static ForkedJvm start(Class<?> main, Path log, String... arguments) throws IOException {
        return start(main, log, Map.of(), arguments);
    }

    /** The same, with more in its environment than this process has. */
    public static ForkedJvm start(Class<?> main, Path log, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new ForkedJvm(builder.start());
    }

    /** Its exit status, once it has ended by itself. */
    public int status() throws InterruptedException {
        return process.waitFor();
    }

    /** Kills it at once (SIGKILL), without any of its shutdown hooks. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
