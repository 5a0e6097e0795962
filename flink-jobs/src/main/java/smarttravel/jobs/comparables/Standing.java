package smarttravel.jobs.comparables;

import org.jspecify.annotations.Nullable;

/**
 * How one offer stands among its comparables, itself among them.
 *
 * @param holiday see {@link Holiday}
 * @param hotel what the hotel is called here, absent where hotels don't matter or none is said
 * @param matchConfidence of the surest match of its hotel with another listing, NaN when there is none
 * @param offers that can be bought and have a price in USD
 * @param providers of these
 * @param providerRank 1 + providers whose cheapest is cheaper than its provider's cheapest; 0 when it can't be ranked
 * @param cheaper offers that are cheaper than this one; 0 when it can't be ranked
 * @param samePrice other offers at the very same price; 0 when it can't be ranked
 * @param cheapestUsd NaN when there is no price
 * @param cheapestProvider of several, the first by the alphabet
 * @param medianUsd NaN when there is no price
 * @param observations of all of them, also of those that are sold out: grows with every one
 * @param comparables keys of all offers compared, cheapest first, one per line, at most {@link Comparables#MOST_NAMED}
 */
public record Standing(
        String holiday,
        ComparableOffer offer,
        @Nullable String hotel,
        double matchConfidence,
        int offers,
        int providers,
        int providerRank,
        int cheaper,
        int samePrice,
        double cheapestUsd,
        @Nullable String cheapestProvider,
        double medianUsd,
        long observations,
        String comparables) {}
