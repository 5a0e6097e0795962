package smarttravel.stack.cli;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;
import smarttravel.stack.RunFile;

/** Which running stack a command is for. */
final class Address {
    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:7070",
            description = "The stack's address (TRAVEL_URL). Default: ${DEFAULT-VALUE}")
    private URI url = URI.create("http://127.0.0.1:7070");

    /** The stack of this user on this machine at that address. */
    RunFile stack() {
        try {
            Optional<RunFile> found = RunFile.find(RunFile.folderOfRuns(System.getenv()), url.getPort());
            return found.orElseThrow(() -> new CommandFailedException("No stack of yours is running at " + url
                    + ". Start one with './travel up', or name another with --url."));
        } catch (IOException e) {
            throw new CommandFailedException("The run file of " + url + " cannot be read: " + e.getMessage());
        }
    }
}
