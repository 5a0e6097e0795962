package smarttravel.ingest.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;
import smarttravel.ingest.providers.PageRequest;

/** When two requests ask for the same page: by address and context. */
final class RequestKey {
    private RequestKey() {}

    /** A digest of the same length for every request. */
    static byte[] digest(PageRequest request) {
        String text = request.address() + "\n" + new TreeMap<>(request.context());
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
