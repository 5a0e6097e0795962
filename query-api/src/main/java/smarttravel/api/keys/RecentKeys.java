package smarttravel.api.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** Remembers for a short time which keys were found, by their hash. Keys that were not found are never remembered. */
public final class RecentKeys implements ApiKeys {
    /** How long a revoked key may still be let in. */
    public static final Duration KEPT = Duration.ofSeconds(20);

    private final ApiKeys source;
    private final Cache<ByteBuffer, ApiKey> recent;

    public RecentKeys(ApiKeys source, Ticker ticker) {
        this.source = source;
        recent = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .build();
    }

    @Override
    public Optional<ApiKey> find(KeyText key) {
        Optional<ApiKey> known = findRecent(key);
        if (known.isPresent()) {
            return known;
        }
        Optional<ApiKey> found = source.find(key);
        found.ifPresent(stored -> recent.put(ByteBuffer.wrap(key.hash()), stored));
        return found;
    }

    /** The key if it was found a moment ago; asks nobody. */
    Optional<ApiKey> findRecent(KeyText key) {
        return Optional.ofNullable(recent.getIfPresent(ByteBuffer.wrap(key.hash())));
    }
}
