package smarttravel.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import smarttravel.api.keys.KeyText;
import smarttravel.api.keys.PostgresApiKeys;

/** The key of the person who owns the data folder: made at the first start, kept in a file only they can read. */
final class LocalKey {
    private static final String NAME = "local";

    private LocalKey() {}

    /** The key; made anew when the file is gone or the key was revoked. */
    static String of(StackFolder folder, DataSource postgres, Clock clock) throws IOException {
        PostgresApiKeys keys = new PostgresApiKeys(postgres, clock);
        Path file = folder.secretFile("local-key");
        if (Files.exists(file)) {
            Optional<KeyText> kept =
                    KeyText.parse(Files.readString(file, StandardCharsets.UTF_8).strip());
            if (kept.isPresent() && keys.find(kept.get()).isPresent()) {
                return kept.get().reveal();
            }
        }
        String made = keys.create(NAME).text().reveal();
        OwnerOnly.write(file, made);
        return made;
    }
}
