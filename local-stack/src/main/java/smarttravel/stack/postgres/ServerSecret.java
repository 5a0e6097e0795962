package smarttravel.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The password of a data folder, made once and kept beside the data, readable by its owner only. */
record ServerSecret(Path passwordFile, Path accessFile, String password) {
    private static final int PASSWORD_BYTES = 24;

    static ServerSecret in(Path folder) throws IOException {
        Path passwordFile = folder.resolve("password");
        if (!Files.exists(passwordFile)) {
            create(passwordFile);
        }
        Path accessFile = folder.resolve("access.conf");
        Files.writeString(accessFile, "host all all 127.0.0.1/32 scram-sha-256\n");
        return new ServerSecret(
                passwordFile, accessFile, Files.readString(passwordFile).strip());
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Path draft = Files.createTempFile(
                file.getParent(),
                ".password",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(random) + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return "ServerSecret[" + passwordFile + "]";
    }
}
