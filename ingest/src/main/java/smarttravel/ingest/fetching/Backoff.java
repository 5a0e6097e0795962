package smarttravel.ingest.fetching;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double and are spread over all of their length ("full jitter"), so that retries of many do not meet. */
record Backoff(Duration first, RandomGenerator random) {
    /** The pause after a try; tries count from 0. */
    Duration after(int attempt) {
        return Duration.ofNanos((long) (first.toNanos() * random.nextDouble() * (1L << attempt)));
    }
}
