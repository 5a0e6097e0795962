package smarttravel.api.fx;

import java.time.LocalDate;
import smarttravel.api.http.Meaning;

/** What one unit of a currency was worth from a day on, until the next later rate of its kind. */
public record Rate(
        String currency,

        @Meaning("official, card, mep or blue") String kind,

        LocalDate date,

        @Meaning("US dollars per unit") double usd) {}
