package smarttravel.api.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts wrong keys per address and minute. Bounded: the addresses that have been quiet longest are forgotten first. */
final class FailedAttempts {
    static final int ALLOWED_PER_MINUTE = 50;
    private static final int ADDRESSES = 10_000;

    private final Cache<String, AtomicInteger> byAddress;

    FailedAttempts(Ticker ticker) {
        byAddress = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(ticker)
                .build();
    }

    /** Counts one; the minute starts with the first. */
    void count(String address) {
        byAddress.get(address, first -> new AtomicInteger()).incrementAndGet();
    }

    boolean exhausted(String address) {
        AtomicInteger failures = byAddress.getIfPresent(address);
        return failures != null && failures.get() >= ALLOWED_PER_MINUTE;
    }
}
