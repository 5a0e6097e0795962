package smarttravel.ingest.fetching.hosts;

import java.time.Duration;

/**
 * How fast a host may be asked.
 *
 * @param concurrency fetches at the same time, over all processes
 * @param delay between the starts of two fetches at least
 * @param longestFetch after which a fetch is over whatever happened to it
 */
public record HostPace(int concurrency, Duration delay, Duration longestFetch) {
    public HostPace {
        if (concurrency < 1 || delay.isNegative() || longestFetch.isNegative() || longestFetch.isZero()) {
            throw new IllegalArgumentException("no pace: " + concurrency + " at once, every " + delay);
        }
    }

    /** One at a time, nobody else beside it. */
    public HostPace alone() {
        return new HostPace(1, delay, longestFetch);
    }
}
