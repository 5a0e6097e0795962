package smarttravel.api.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a route answers with. */
public final class Answer {
    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;

    private Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = Map.copyOf(headers);
    }

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

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }
}
