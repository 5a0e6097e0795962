package smarttravel.ingest.fetching.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param headers by name in lower case
 * @param body decoded; empty when the status says that it is not the page
 * @param sentNanos when the request left, as {@link System#nanoTime()} tells it
 * @param latency from the request's last byte to the answer's first
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Answer(int status, Map<String, List<String>> headers, byte[] body, long sentNanos, Duration latency) {
    /** A header's values in their order. */
    public List<String> all(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** A header's first value. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }
}
