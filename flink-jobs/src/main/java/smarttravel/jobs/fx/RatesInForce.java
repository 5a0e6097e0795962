package smarttravel.jobs.fx;

import org.jspecify.annotations.Nullable;

/** What money was worth on a day. */
@FunctionalInterface
public interface RatesInForce {
    /**
     * What one unit was worth in US dollars: the latest rate at or before a day.
     *
     * @param kind code of the rate; absent means the usual one
     * @param day epoch day, UTC
     * @return NaN when no rate was in force
     */
    double usd(String currency, @Nullable String kind, int day) throws Exception;
}
