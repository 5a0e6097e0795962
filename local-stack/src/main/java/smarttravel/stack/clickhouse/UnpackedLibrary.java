package smarttravel.stack.clickhouse;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The library in its folder, with the marker that tells a whole one from a half one. */
final class UnpackedLibrary {
    private static final String LIBRARY = "libchdb.so";
    private static final String MARKER = "complete.txt";

    private final Path folder;

    UnpackedLibrary(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder.resolve(LIBRARY);
    }

    /** Whether the marker was written and the library still has the length that it states. */
    boolean isComplete() throws IOException {
        Path marker = folder.resolve(MARKER);
        return Files.isRegularFile(marker)
                && Files.isRegularFile(path())
                && Files.readString(marker).startsWith(lengthLine(Files.size(path())));
    }

    /** Replaces the folder by one made from the tarball; the work folder must lie on the same disk. */
    void unpack(Path tarball, Path work) throws IOException {
        Path fresh = Files.createDirectory(work.resolve("unpacked"));
        Path library = fresh.resolve(LIBRARY);
        extract(tarball, library);
        String marker = lengthLine(Files.size(library)) + "sha512 " + Sha512.of(library) + "\n";
        Files.writeString(fresh.resolve(MARKER), marker);
        FolderDeletion.delete(folder);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String lengthLine(long length) {
        return "length " + length + "\n";
    }

    private static void extract(Path tarball, Path target) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(tarball));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && entry.getName().equals("package/" + LIBRARY)) {
                    Files.copy(tar, target);
                    return;
                }
            }
        }
        throw new IOException("The package holds no " + LIBRARY);
    }
}
