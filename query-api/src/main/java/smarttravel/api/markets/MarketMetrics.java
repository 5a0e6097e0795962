package smarttravel.api.markets;

import java.time.Instant;
import java.util.List;
import smarttravel.api.http.Meaning;

/** What a market costs so many days before departure, in USD per person, for hotels also per night. */
public record MarketMetrics(String market, List<AtLead> leads) {
    /** The prices seen in one stretch of days before departure: of each offer and day the last plausible one. */
    public record AtLead(
            LeadDays lead,

            @Meaning("ok, or insufficient under 5 prices") String status,

            @Meaning("prices it rests on") long n,
            @Meaning("offers that they are of") long offers,
            @Meaning("first of the prices") Instant from,
            @Meaning("last of the prices") Instant to,
            double minimum,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double maximum) {}
}
