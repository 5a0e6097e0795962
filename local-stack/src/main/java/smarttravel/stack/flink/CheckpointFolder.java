package smarttravel.stack.flink;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkpoints that earlier runs left: finds the newest that is whole, and clears away the rest. */
final class CheckpointFolder {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);
    private static final String METADATA = "_metadata";

    private final Path folder;

    CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /** The newest checkpoint of which every file is there in full length; broken ones are passed over and said. */
    Optional<Path> newestWhole() {
        for (Path checkpoint : newestFirst()) {
            try {
                requireWhole(checkpoint);
                return Optional.of(checkpoint);
            } catch (IOException e) {
                LOG.atWarn()
                        .addKeyValue("checkpoint", checkpoint)
                        .log("Checkpoint is not whole and is passed over: {}", e.getMessage());
            }
        }
        return Optional.empty();
    }

    private List<Path> newestFirst() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(file -> file.getFileName().toString().equals(METADATA))
                    .sorted(Comparator.comparing(CheckpointFolder::modified).reversed())
                    .map(Path::getParent)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireWhole(Path checkpoint) throws IOException {
        CheckpointMetadata metadata;
        try (DataInputStream in = new DataInputStream(Files.newInputStream(checkpoint.resolve(METADATA)))) {
            metadata = Checkpoints.loadCheckpointMetadata(
                    in, CheckpointFolder.class.getClassLoader(), checkpoint.toString());
        } catch (RuntimeException e) {
            throw new IOException("its metadata cannot be read", e);
        }
        for (OperatorState operator : metadata.getOperatorStates()) {
            for (StateObject part : operator.getDiscardables()) {
                requireWhole(part);
            }
        }
    }

    private static void requireWhole(StateObject part) throws IOException {
        if (part instanceof StreamStateHandle handle && handle.maybeGetPath().isPresent()) {
            Path file = Path.of(handle.maybeGetPath().get().getPath());
            if (!Files.exists(file) || Files.size(file) != handle.getStateSize()) {
                throw new IOException("state file " + file.getFileName() + " is missing or cut");
            }
        }
    }

    /** Removes all checkpoints but the one that is taken up, also what a kill left of unfinished ones. */
    void clearAllBut(Path kept) throws IOException {
        for (Path job : children(folder)) {
            if (!kept.startsWith(job)) {
                deleteAll(job);
                continue;
            }
            for (Path checkpoint : children(job)) {
                if (!checkpoint.equals(kept)) {
                    deleteAll(checkpoint);
                }
            }
        }
    }

    private static List<Path> children(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.toList();
        }
    }

    private static void deleteAll(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
