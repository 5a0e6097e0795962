package smarttravel.api.providers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;

/** How a provider is: whether its pages are believed, and its last crawl in numbers. */
public record ProviderHealth(
        String provider,
        State state,
        @Meaning("why it is in quarantine") @Nullable String reason,
        @Nullable String message,
        @Nullable Instant since,
        @Nullable LastCrawl lastCrawl) {

    /** Whether what it says is published. */
    public enum State {
        OK,
        QUARANTINE
    }

    /** The newest crawl of which a page was read. */
    public record LastCrawl(
            String crawl,
            Instant firstPageAt,
            Instant lastPageAt,
            int pages,
            int pagesHeld,
            int offers,
            double offersPerPage,

            @Meaning("share of offers refused, 0 to 1, by reason")
            Map<String, Double> refused,

            @Meaning("share of offers that have a field, 0 to 1, by field")
            Map<String, Double> filled,

            @Meaning("prices by currency") List<Prices> prices) {}

    /** Prices of one currency. */
    public record Prices(
            String currency,

            @Meaning("median of the pages' median prices in the last crawl")
            BigDecimal median,

            @Meaning("pages it rests on") int pages,

            @Meaning("the same over the pages of the four weeks before") @Nullable
            BigDecimal medianBefore,

            int pagesBefore) {}
}
