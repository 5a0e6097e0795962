package smarttravel.ingest.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a provider: the value on the topic of provider events.
 *
 * @param reason stable code, for quarantines
 */
public record ProviderEvent(String provider, What what, Optional<String> reason, String message, Instant at) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What happened. */
    public enum What {
        QUARANTINED,
        RELEASED,
        DISCARDED
    }

    /** As JSON. */
    public byte[] json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("provider", provider);
        json.put("event", what.name());
        reason.ifPresent(text -> json.put("reason", text));
        json.put("message", message);
        json.put("at", at.toString());
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
