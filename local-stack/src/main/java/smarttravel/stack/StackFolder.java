package smarttravel.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that holds all that a stack must not forget. One stack at a time may have it. */
final class StackFolder implements AutoCloseable {
    private static final String LOCK = "stack.lock";

    private final Path folder;
    private final FileChannel channel;

    private StackFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder for this process.
     *
     * @throws StackException when another stack has it, or it cannot be written
     */
    static StackFolder take(Path folder) {
        try {
            requireOurs(folder);
            Files.createDirectories(folder);
            OwnerOnly.restrictFolder(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StackException("Another stack is running on " + folder + ". Stop it, or use another --data.");
            }
            return new StackFolder(folder.toAbsolutePath(), channel);
        } catch (IOException e) {
            throw new StackException("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** A folder that holds something else is not ours to close to other users. */
    private static void requireOurs(Path folder) throws IOException {
        if (!Files.exists(folder) || Files.exists(folder.resolve(LOCK))) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new StackException(folder + " is not empty and holds no stack's data. Name another folder.");
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    Path clickHouse() {
        return folder.resolve("clickhouse");
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    /** A file for a secret that is made once and kept, readable by its owner only. */
    Path secretFile(String name) {
        return folder.resolve(name + ".secret");
    }

    /** A secret of 256 random bits, the same at every start. */
    String secret(String name, SecureRandom random) throws IOException {
        Path file = secretFile(name);
        if (!Files.exists(file)) {
            byte[] bits = new byte[32];
            random.nextBytes(bits);
            OwnerOnly.write(file, HexFormat.of().formatHex(bits));
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    /** Lets the folder go. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StackException("The lock on " + folder + " cannot be let go", e);
        }
    }
}
