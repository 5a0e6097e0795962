package smarttravel.api.offers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;

/** What a price means against the offer's own history, with the evidence. */
public record Verdict(
        @Meaning("low: at or below the first quartile and below the median; high: the mirror image; insufficient: too"
                + " few prices")
        Status status,

        @Meaning("prices it rests on") long n,
        @Meaning("first of them") @Nullable Instant from,
        @Meaning("last of them") @Nullable Instant to) {

    /** The word for a price. */
    public enum Status {
        LOW,
        TYPICAL,
        HIGH,
        INSUFFICIENT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The verdict on an offer that has no price in its history. */
    static Verdict withoutHistory() {
        return new Verdict(Status.INSUFFICIENT, 0, null, null);
    }

    /** Judges a price by the quartiles of its offer's history, both in the same currency. */
    static Verdict on(BigDecimal price, PriceSummary history) {
        return new Verdict(judge(price, history), history.prices(), history.from(), history.to());
    }

    private static Status judge(BigDecimal price, PriceSummary history) {
        if (!history.isEnough()) {
            return Status.INSUFFICIENT;
        }
        int againstMedian = price.compareTo(history.median());
        if (againstMedian < 0 && price.compareTo(history.lowerQuartile()) <= 0) {
            return Status.LOW;
        }
        return againstMedian > 0 && price.compareTo(history.upperQuartile()) >= 0 ? Status.HIGH : Status.TYPICAL;
    }
}
