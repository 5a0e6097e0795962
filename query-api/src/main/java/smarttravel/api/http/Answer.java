package smarttravel.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a route answers with. */
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
    public static Answer json(Object value) {
        return json(200, value);
    }

    public static Answer json(int status, Object value) {
        return new Answer(status, "application/json", Json.bytes(value), Map.of());
    }

    public static Answer text(String contentType, String text) {
        return new Answer(200, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public Answer withHeader(String name, String value) {
        return new Answer(status, contentType, body, Map.of(name, value));
    }
}
