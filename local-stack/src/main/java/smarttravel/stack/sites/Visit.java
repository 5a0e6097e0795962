package smarttravel.stack.sites;

import java.time.Duration;
import java.time.Instant;

/**
 * One request to a site.
 *
 * @param startNanos {@link System#nanoTime} when it came
 * @param endNanos the same when the answer was on its way
 * @param at when it came
 * @param target path and query
 * @param retryAfter what the answer asked to wait; zero when it did not ask
 */
public record Visit(
        long startNanos, long endNanos, Instant at, String target, int status, String userAgent, Duration retryAfter) {

    /** The path without its query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
