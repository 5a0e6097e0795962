package smarttravel.api.searches;

import java.time.Duration;

/**
 * How live searches behave.
 *
 * @param limit when a search is closed with what came
 * @param freshness how long its results answer the same question again
 */
public record SearchSettings(Duration limit, Duration freshness) {
    /** 30 seconds and 10 minutes. */
    public static final SearchSettings DEFAULT = new SearchSettings(Duration.ofSeconds(30), Duration.ofMinutes(10));

    public SearchSettings {
        if (limit.isNegative() || limit.isZero() || freshness.isNegative()) {
            throw new IllegalArgumentException("a search wants a limit above 0 and a freshness of 0 or more");
        }
    }
}
