package smarttravel.stack.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The checksum that npm publishes for its tarballs. */
final class Sha512 {
    private Sha512() {}

    static void require(Path file, String expected) throws IOException {
        String actual = of(file);
        if (!actual.equals(expected)) {
            throw new IOException("The fetched " + file.getFileName() + " has the SHA-512 " + actual + " instead of "
                    + expected + "; it is not used");
        }
    }

    static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] slice = new byte[1024 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int size = in.read(slice); size >= 0; size = in.read(slice)) {
                digest.update(slice, 0, size);
            }
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-512", e);
        }
    }
}
