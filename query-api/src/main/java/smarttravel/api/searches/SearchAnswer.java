package smarttravel.api.searches;

import java.util.List;
import smarttravel.api.http.Meaning;
import smarttravel.api.offers.Offer;

/** A live search and what it has found so far. */
public record SearchAnswer(
        LiveSearch search,
        @Meaning("the cheapest per person in USD first") List<Offer> offers,

        @Meaning("whether there are more offers than shown: ask /offers with observedSince for all")
        boolean more) {}
