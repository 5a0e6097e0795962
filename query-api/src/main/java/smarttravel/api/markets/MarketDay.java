package smarttravel.api.markets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;

/** What a market cost on one day, in USD per person, for hotels also per night: each offer by its last price of the day. */
public record MarketDay(
        LocalDate day,

        @Meaning("offers seen available that day: what the figures rest on")
        long offers,

        double minimum,
        double p25,
        double median,
        double p75,

        @Meaning("median against seven days before; absent when that day was not observed") @Nullable
        Double change7dPercent,

        @Meaning("what the median would have changed at the exchange rates of seven days before") @Nullable
        Double operators7dPercent,

        @Meaning("what the currency added: (1 + operators) x (1 + currency) = 1 + change, in percent") @Nullable
        Double currency7dPercent,

        @Meaning("share of the offers that dropped, 0 to 1") double droppedShare) {}
