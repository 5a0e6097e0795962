package smarttravel.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that nobody but their owner can read. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Writes a file whole or not at all; it is never readable by others, not even for a moment. */
    static void write(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(), ".", ".draft", PosixFilePermissions.asFileAttribute(FILE));
        Files.writeString(draft, text, StandardCharsets.UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Keeps others out of a folder. */
    static void restrictFolder(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, FOLDER);
    }
}
