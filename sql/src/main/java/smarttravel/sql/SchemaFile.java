package smarttravel.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** One file of the schema: its number orders it, its checksum tells whether it was changed after it was applied. */
record SchemaFile(String name, String text) implements Comparable<SchemaFile> {
    SchemaFile {
        if (!name.matches("\\d{3}_[a-z0-9_]+\\.sql")) {
            throw new IllegalArgumentException("Schema files are called NNN_words.sql, not " + name);
        }
        text = text.replace("\r\n", "\n");
    }

    String number() {
        return name.substring(0, 3);
    }

    List<String> statements() {
        return StatementSplitter.split(text);
    }

    String checksum() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(SchemaFile other) {
        return name.compareTo(other.name);
    }
}
