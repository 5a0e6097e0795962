package smarttravel.stack.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import smarttravel.stack.RunFile;

/** Which running stack a command is for. */
final class Address {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int DEFAULT_PORT = 7070;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:7070",
            description = "The stack's address (TRAVEL_URL). Default: ${DEFAULT-VALUE}")
    private URI url = URI.create("http://127.0.0.1:7070");

    /** The stack of this user on this machine at that address. */
    RunFile stack() {
        return running()
                .orElseThrow(() -> new CommandFailedException("No stack of yours is running at " + url
                        + ". Start one with './travel up', or name another with --url."));
    }

    /** The same, if it runs. */
    Optional<RunFile> running() {
        if (url.getHost() == null || !LOOPBACK.contains(url.getHost())) {
            throw new CommandFailedException(
                    "'" + url + "' is not on this machine. This command needs the stores behind the"
                            + " API, which it finds only for a stack of yours on 127.0.0.1.");
        }
        int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
        try {
            return RunFile.find(RunFile.folderOfRuns(System.getenv()), port);
        } catch (IOException e) {
            throw new CommandFailedException("The run file of " + url + " cannot be read: " + e.getMessage());
        }
    }
}
