package smarttravel.ingest.fetching.http;

import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.cookie.CookieStore;

/**
 * One request.
 *
 * @param headers beside those that every request has
 * @param maxBytes of the decoded body, which must stay below
 * @param patience for everything from the name server to the body's last byte
 * @param attempt counts from 0: the next one tries the host's next address
 */
public record Ask(
        Target target,
        Map<String, String> headers,
        long maxBytes,
        Overflow overflow,
        Duration patience,
        CookieStore cookies,
        int attempt) {
    public Ask {
        headers = Map.copyOf(headers);
    }
}
