package smarttravel.api.offers;

import smarttravel.api.http.Meaning;
import smarttravel.api.markets.LeadDays;

/** Where an offer's latest price stands among its market's prices that many days before departure. */
public record MarketStanding(
        @Meaning("low: at or below the lower quartile; high: at or above the upper; insufficient under 5 prices")
        Verdict.Status status,

        @Meaning("days before departure of the latest price")
        LeadDays lead,

        @Meaning("prices of the market that it rests on") long n,
        @Meaning("offers that they are of") long offers,

        @Meaning("the latest price per person, for hotels also per night, in USD")
        double unitUsd,

        double lowerQuartile,
        double median,
        double upperQuartile) {}
