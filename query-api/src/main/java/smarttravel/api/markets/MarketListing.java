package smarttravel.api.markets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import smarttravel.api.http.Meaning;
import smarttravel.events.Kind;

/** A market in the list of markets. */
public record MarketListing(
        String market,
        Kind kind,
        @Nullable String origin,
        String destination,

        @Meaning("band of nights, such as 7-9 or 14+") @Nullable
        String nights,

        @Nullable String board,

        @Meaning("offers with a price in USD, departed ones too")
        long offers,

        @Meaning("prices that its trends rest on") long observations,
        @Meaning("first day it was observed, UTC") LocalDate firstDay,
        @Meaning("last day it was observed, UTC") LocalDate lastDay) {

    static MarketListing of(String market, long offers, long observations, LocalDate firstDay, LocalDate lastDay) {
        MarketName name = MarketName.of(market);
        return new MarketListing(
                market,
                name.kind(),
                name.origin().orElse(null),
                name.destination(),
                name.nights().orElse(null),
                name.board().orElse(null),
                offers,
                observations,
                firstDay,
                lastDay);
    }
}
