package smarttravel.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the exchange rate did to a price that is not quoted in US dollars, since an earlier one.
 *
 * @param kind code of the rate that the seller uses, see {@link FxKind#code}
 * @param since when the earlier price began to hold
 * @param split absent when no rate is known for one of the two days
 * @param stale whether one of the two rates was older than {@link #STALE_DAYS} days; absent with {@code split}
 */
public record FxShare(
        String kind,
        Instant since,
        @Nullable FxSplit split,
        @Nullable Boolean stale) {
    /** From the day after this many on, a rate is called stale. */
    public static final int STALE_DAYS = 7;

    /** Why there is no split. */
    public static final String NO_RATE = "no-rate";

    /** When rates are not known. */
    public static FxShare withoutRates(String kind, Instant since) {
        return new FxShare(kind, since, null, null);
    }
}
